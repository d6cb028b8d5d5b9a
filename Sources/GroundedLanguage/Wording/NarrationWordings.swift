/// How what happens is told.
enum NarrationWordings {
  /// Wordings of each event are numbered 0 ..< `count`.
  static let count = 2

  /// How a sentence is tied to the one before.
  enum Connective: Sendable, Hashable {
    case first, then, meanwhile, last, none
  }

  static func lead(_ connective: Connective, _ tongue: Tongue) -> String {
    switch (connective, tongue) {
    case (.first, .english): "At first, "
    case (.then, .english): "Then "
    case (.meanwhile, .english): "Meanwhile, "
    case (.last, .english): "Finally, "
    case (.none, _): ""
    case (.first, .chinese): "一开始，"
    case (.then, .chinese): "接着，"
    case (.meanwhile, .chinese): "与此同时，"
    case (.last, .chinese): "最后，"
    }
  }

  /// A whole clause about the carrier of the camera, in the street about us.
  static func own(_ event: NarratedEvent, isStreet: Bool, _ tongue: Tongue, _ wording: Int) -> String {
    let both: [String]
    switch (event, tongue) {
    case (.moves, .english): both = ["we are driving along.", "we drive along the road."]
    case (.stands, .english): both = ["we are standing still.", "our car does not move."]
    case (.starts, .english): both = ["we set off.", "our car starts moving."]
    case (.stops, .english): both = ["we come to a stop.", "our car stops."]
    case (.turnsLeft, .english): both = ["we turn left.", "the road takes us round to the left."]
    case (.turnsRight, .english): both = ["we turn right.", "the road takes us round to the right."]
    case (.speedsUp, .english): both = ["we speed up.", "we go faster and faster."]
    case (.slowsDown, .english): both = ["we slow down.", "we go more and more slowly."]
    case (.moves, .chinese): both = ["我们在往前开。", "我们的车沿着道路行驶。"]
    case (.stands, .chinese): both = ["我们停着没动。", "我们的车停在原地。"]
    case (.starts, .chinese): both = ["我们起步了。", "我们的车开动起来。"]
    case (.stops, .chinese): both = ["我们停了下来。", "我们的车停住了。"]
    case (.turnsLeft, .chinese): both = ["我们向左转弯。", "我们的车往左拐。"]
    case (.turnsRight, .chinese): both = ["我们向右转弯。", "我们的车往右拐。"]
    case (.speedsUp, .chinese): both = ["我们加速行驶。", "我们越开越快。"]
    case (.slowsDown, .chinese): both = ["我们减速行驶。", "我们越开越慢。"]
    case (_, .english): both = ["we go on."]
    case (_, .chinese): both = ["我们继续前进。"]
    }
    if isStreet { return both[wording % both.count] }
    let camera: (english: String, chinese: String) =
      switch event {
      case .stands: ("the camera stays where it is.", "镜头停在原地。")
      case .starts: ("the camera begins to move.", "镜头开始移动。")
      case .stops: ("the camera comes to rest.", "镜头停了下来。")
      case .turnsLeft: ("the camera turns to the left.", "镜头向左转。")
      case .turnsRight: ("the camera turns to the right.", "镜头向右转。")
      case .speedsUp: ("the camera moves faster.", "镜头移动得更快了。")
      case .slowsDown: ("the camera slows down.", "镜头慢了下来。")
      default: ("the camera moves along.", "镜头一路移动。")
      }
    return tongue == .english ? camera.english : camera.chinese
  }

  private static let walkers: Set<String> = ["person", "dog", "cat", "deer", "cow"]
  private static let riders: Set<String> = ["bicycle", "motorcycle", "rider"]
  /// What somebody pushes.
  private static let pushed: Set<String> = ["wheelchair", "pram"]

  /// What stands behind who does it, and behind whom it is done to.
  static func parts(
    _ event: NarratedEvent, _ category: String, isMoving: Bool, hasObject: Bool, _ tongue: Tongue,
    _ wording: Int
  ) -> (String, String) {
    let isWalker = walkers.contains(category)
    let isPushed = pushed.contains(category)
    let verb = isWalker ? "walks" : riders.contains(category) ? "rides" : isPushed ? "moves" : "drives"
    let move = isWalker ? "走" : riders.contains(category) ? "骑" : isPushed ? "移" : "驶"
    if event == .overtakes {
      switch (tongue, hasObject) {
      case (.english, true): return (" overtakes ", ".")
      case (.english, false): return (" overtakes us.", "")
      case (.chinese, true): return ("超过了", "。")
      case (.chinese, false): return ("超过了我们。", "")
      }
    }
    let both: [String]
    switch (event, tongue) {
    case (.appears, .english): both = [" comes into view.", " appears in the picture."]
    case (.leaves, .english): both = [" goes out of view.", " leaves the picture."]
    case (.moves, .english): both = [" \(verb) along.", isWalker ? " keeps walking." : " keeps moving."]
    case (.stands, .english): both = [" stands still.", " stays where it is."]
    case (.starts, .english): both = isWalker ? [" starts walking."] : [" starts moving.", " sets off."]
    case (.stops, .english): both = [" comes to a stop.", " stops."]
    case (.turnsLeft, .english): both = [" turns left.", " goes round to the left."]
    case (.turnsRight, .english): both = [" turns right.", " goes round to the right."]
    case (.oncoming, .english): both = [" comes towards us.", " \(verb) towards us."]
    case (.opens, .english): both = [" opens.", " is opened."]
    case (.closes, .english): both = [" closes.", " is closed."]
    case (.appears, .chinese): both = isMoving ? ["\(move)进画面。", "出现在画面中。"] : ["出现在画面中。", "进入了画面。"]
    case (.leaves, .chinese): both = isMoving ? ["\(move)出画面。", "从画面中消失了。"] : ["从画面中消失了。", "离开了画面。"]
    case (.moves, .chinese):
      // A dog or cat does not 走路.
      both =
        isWalker
        ? [category == "person" ? "在走路。" : "在走动。", "在往前走。"]
        : isPushed
          ? ["在往前移动。", "在移动。"]
          : ["在往前\(move == "骑" ? "骑" : "开")。", move == "骑" ? "骑着车。" : "在路上行驶。"]
    case (.stands, .chinese): both = isWalker ? ["站着没动。", "待在原地。"] : ["停着没动。", "停在原地。"]
    case (.starts, .chinese): both = isWalker ? ["走了起来。", "开始走动。"] : isPushed ? ["动了起来。"] : ["开动了。", "起步了。"]
    case (.stops, .chinese): both = isWalker ? ["停下了脚步。", "站住了。"] : ["停了下来。", "停住了。"]
    case (.turnsLeft, .chinese): both = isWalker ? ["向左拐。", "往左转。"] : ["向左转弯。", "往左拐去。"]
    case (.turnsRight, .chinese): both = isWalker ? ["向右拐。", "往右转。"] : ["向右转弯。", "往右拐去。"]
    case (.oncoming, .chinese): both = ["迎面\(move)来。", "朝我们\(move == "驶" ? "开" : move)过来。"]
    case (.opens, .chinese): both = ["打开了。", "被打开了。"]
    case (.closes, .chinese): both = ["关上了。", "被关上了。"]
    case (_, .english): both = [" moves."]
    case (_, .chinese): both = ["在动。"]
    }
    var words = both[wording % both.count]
    // A person is no thing.
    if category == "person" || category == "rider" {
      words = words.replacing(" stays where it is.", with: " stands still.")
    }
    return (words, "")
  }
}
