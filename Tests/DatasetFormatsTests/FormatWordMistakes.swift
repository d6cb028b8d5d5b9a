import DatasetFormats
import Foundation

/// Mistakes in formats of words, and what only the native samples tell.
extension FormatValidatorTests {
  private static let captions = "en/captions_train.json"
  private static let asked = "en/Questions/v2_OpenEnded_diorama_train_questions.json"
  private static let answered = "en/Annotations/v2_diorama_train_annotations.json"
  private static let scenes = "scenes/CLEVR_train_scenes.json"
  private static let programs = "zh/CLEVR_train_questions.json"
  private static let graphs = "zh/train_sceneGraphs.json"
  private static let semantics = "en/train_balanced_questions.json"
  private static let chats = "zh/train.jsonl"
  private static let talks = "en/train.json"

  static let wordMistakes: [Mistake] = [
    Mistake(
      "coco-captions", "an id twice", at: "annotation", swap(captions, #""id":100[1-9]"#, #""id":1000"#)),
    Mistake(
      "coco-captions", "no words", at: "annotation 1000",
      swap(captions, #""caption":"[^"]*""#, #""caption":" ""#)
    ),
    Mistake(
      "coco-captions", "a phrase beyond the caption", at: "annotation 1000",
      swap(captions, #""end":\d+"#, #""end":9999"#)),
    Mistake("coco-captions", "a picture that is gone", at: "image 1") {
      try $0.remove("images/train/000000_front.png")
    },
    Mistake("coco-captions", "a language that is none", at: "languages.txt:3") {
      try $0.edit("languages.txt") { $0 + "fr\n" }
    },
    Mistake(
      "refcoco", "another object's annotation", at: "reference 1000",
      swap("refs(en).json", #""ann_id":\d+"#, #""ann_id":987654"#)),
    Mistake(
      "refcoco", "no tokens", at: "reference 1000",
      swap("refs(zh).json", #""tokens":\[[^\]]*\]"#, #""tokens":[]"#)),
    Mistake(
      "refcoco", "a pickle that says something else", at: "refs(en).p", swap("refs(en).p", "Vthe", "Vtho")),
    Mistake("refcoco", "a pickle that runs code", at: "refs(en).p") {
      try $0.write(Array("cos\nsystem\n(Vecho\ntR.".utf8), "refs(en).p")
    },
    Mistake(
      "refcoco", "a mask that is not the object's", at: "annotation 1",
      swap("instances.json", #""area":\d+"#, #""area":1"#)),
    Mistake(
      "vqa2", "nine answers", at: "annotation 3000",
      swap(answered, #",\{"answer":"[^}]*"answer_id":10\}"#, "")),
    Mistake(
      "vqa2", "an answer that nobody gave", at: "annotation 3000",
      swap(answered, #""multiple_choice_answer":"[^"]*""#, #""multiple_choice_answer":"perhaps""#)),
    Mistake(
      "vqa2", "a question of no picture", at: "question 3000",
      swap(asked, #""image_id":3,"#, #""image_id":999,"#)),
    Mistake("vqa2", "a question without annotation", at: "question 6000") {
      try $0.edit(answered) { $0.replacing(#""question_id":6000"#, with: #""question_id":6999"#) }
    },
    Mistake(
      "clevr", "another answer", at: "question 0",
      swap(programs, #""answer_value":"[^"]*""#, #""answer_value":"purple""#)),
    Mistake(
      "clevr", "a step that takes a later one", at: "question 0",
      swap(programs, #""inputs":\[0\]"#, #""inputs":[9]"#)),
    Mistake(
      "clevr", "a relation to nothing", at: "scene 0", swap(scenes, #""left":\[\["#, #""left":[[99,"#)),
    Mistake(
      "clevr", "a scene of no picture", at: "scene 0",
      swap(scenes, "CLEVR_train_000000", "CLEVR_train_999999")),
    Mistake(
      "clevr", "an index twice", at: "scene 1", swap(scenes, #""image_index":1,"#, #""image_index":0,"#)),
    Mistake("gqa", "a box out of the picture", at: "image 3", swap(graphs, #""x":\d+"#, #""x":999"#)),
    Mistake(
      "gqa", "a relation to nothing", at: "object", swap(graphs, #""object":"\d+""#, #""object":"4711""#)),
    Mistake(
      "gqa", "a step that takes itself", at: "step 1",
      swap(semantics, #""dependencies":\[0\]"#, #""dependencies":[1]"#)),
    Mistake(
      "gqa", "an object that is not in the graph", at: "step", swap(semantics, #"\(\d+\)""#, #"(4711)""#)),
    Mistake("gqa", "no answer", at: "question 3000", swap(semantics, #""answer":"[^"]+""#, #""answer":"""#)),
    Mistake(
      "multimodal-messages", "two users in a row", at: "train.jsonl:1",
      swap(chats, #""assistant""#, #""user""#)),
    Mistake(
      "multimodal-messages", "a picture that is not there", at: "train.jsonl:1",
      swap(chats, #""image":"images/"#, #""image":"pictures/"#)),
    Mistake(
      "multimodal-messages", "another picture in images", at: "train.jsonl:1",
      swap(chats, #""images":\["images/train/000000"#, #""images":["images/train/000001"#)),
    Mistake(
      "multimodal-messages", "a column less", at: "train.jsonl:2",
      swap(chats, #"^\{"id":"[^"]*","#, "{")),
    Mistake(
      "multimodal-messages", "no reply", at: "train.jsonl:1",
      swap(chats, #","content":\[\]?.*?\]\}\]\}\n"#, "}]}\n")),
    Mistake("llava", "no picture shown", at: "record 0", swap(talks, "<image>", "")),
    Mistake("llava", "nobody speaks", at: "record 0", swap(talks, #""from":"gpt""#, #""from":"""#)),
    Mistake("llava", "a path that leaves", at: "record 0", swap(talks, #""image":""#, #""image":"../"#)),
    Mistake("llava", "an id twice", at: "record 1", swap(talks, "train-000000_right", "train-000000_front")),
  ]

  static let wordDrifts: [Mistake] = [
    Mistake(
      "coco-captions", "another caption", at: "annotation 1000",
      swap(captions, #""caption":""#, #""caption":"Not "#)),
    Mistake(
      "coco-captions", "a phrase about something else", at: "annotation 1000",
      swap(captions, #""instances":\[\d+"#, #""instances":[4711"#)),
    Mistake(
      "refcoco", "another expression", at: "refs(zh).json", swap("refs(zh).json", #""raw":""#, #""raw":"那"#)),
    Mistake("vqa2", "another answer", at: "question 3000") {
      try $0.edit(answered) { text in
        let end = text.range(of: #""question_id":3001"#)?.lowerBound ?? text.endIndex
        return String(text[..<end]).replacing(#":"yes"#, with: #":"perhaps"#)
          .replacing(#"answer":"no""#, with: #"answer":"yes""#)
          .replacing(#"confidence":"perhaps"#, with: #"confidence":"yes"#) + text[end...]
      }
    },
    Mistake(
      "clevr", "another colour of a thing", at: "object 0",
      swap(scenes, #""color":(null|"[a-z]+")"#, #""color":"mauve""#)),
    Mistake("gqa", "another name", at: "object", swap(graphs, #""name":"[^"]*""#, #""name":"龙""#)),
    Mistake("multimodal-messages", "another reply", at: "train.jsonl:1", swap(chats, "。", "！")),
    Mistake(
      "llava", "another reply", at: "record 0", swap(talks, #""gpt","value":""#, #""gpt","value":"Hm. "#)),
  ]
}
