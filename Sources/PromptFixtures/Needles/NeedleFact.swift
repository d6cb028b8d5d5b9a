import Conversations
import RandomStreams

/// A fact of a long text: of a subject, one thing.
struct NeedleFact: Sendable, Hashable {
  enum Relation: String, Sendable, CaseIterable {
    /// A person has a locker.
    case locker
    /// In a locker lies a thing.
    case content
    /// A room has an access code.
    case code
    /// A boat has a colour.
    case colour
    /// A person lives in a street.
    case street
    /// A bakery in a street sells a speciality.
    case speciality
  }

  var relation: Relation
  /// Index of the subject in its list; the number itself for lockers.
  var subject: Int
  var value: Int

  static let people = [
    Both("陈砚", "Chen Yan"), Both("林小满", "Lin Xiaoman"), Both("周牧", "Zhou Mu"), Both("沈青禾", "Shen Qinghe"),
    Both("何远", "He Yuan"), Both("许知夏", "Xu Zhixia"), Both("顾南星", "Gu Nanxing"), Both("陆以宁", "Lu Yining"),
  ]
  static let rooms = [
    Both("档案室", "archive"), Both("温室", "greenhouse"), Both("暗房", "darkroom"), Both("钟楼", "bell tower"),
    Both("酒窖", "wine cellar"), Both("天文台", "observatory"),
  ]
  static let things = [
    Both("一把红色的伞", "a red umbrella"), Both("一只铜怀表", "a brass pocket watch"), Both("一本航海日志", "a ship's log"),
    Both("一双旧冰鞋", "a pair of old skates"), Both("一台打字机", "a typewriter"), Both("一罐纽扣", "a jar of buttons"),
    Both("一把小提琴", "a violin"), Both("一张手绘地图", "a hand-drawn map"),
  ]
  static let boats = [
    Both("白鹭号", "the Egret"), Both("晚风号", "the Evening Wind"), Both("海螺号", "the Conch"),
    Both("远星号", "the Far Star"),
    Both("芦苇号", "the Reed"), Both("铁锚号", "the Anchor"),
  ]
  static let colours = [
    Both("深绿色", "dark green"), Both("橙色", "orange"), Both("天蓝色", "sky blue"), Both("紫色", "purple"),
    Both("米白色", "cream"), Both("黑色", "black"),
  ]
  static let streets = [
    Both("槐树街", "Locust Street"), Both("水井巷", "Well Lane"), Both("北桥路", "North Bridge Road"),
    Both("石榴弄", "Pomegranate Alley"), Both("灯塔路", "Lighthouse Road"), Both("布市街", "Cloth Market Street"),
  ]
  static let specialities = [
    Both("杏仁饼", "almond biscuits"), Both("黑麦面包", "rye bread"), Both("核桃糕", "walnut cake"),
    Both("芝麻卷", "sesame rolls"), Both("蜂蜜蛋糕", "honey cake"), Both("桂花酥", "osmanthus pastry"),
  ]

  func subjectText(_ tongue: Tongue) -> String {
    switch relation {
    case .locker, .street: Self.people[subject][tongue]
    case .content: String(subject)
    case .code: Self.rooms[subject][tongue]
    case .colour: Self.boats[subject][tongue]
    case .speciality: Self.streets[subject][tongue]
    }
  }

  func valueText(_ tongue: Tongue) -> String {
    switch relation {
    case .locker, .code: String(value)
    case .content: Self.things[value][tongue]
    case .colour: Self.colours[value][tongue]
    case .street: Self.streets[value][tongue]
    case .speciality: Self.specialities[value][tongue]
    }
  }

  /// What stands before the subject, between it and the value, and behind.
  static func frame(_ relation: Relation, _ tongue: Tongue) -> (String, String, String) {
    switch (relation, tongue) {
    case (.locker, .chinese): ("", "用的是", "号储物柜。")
    case (.locker, .english): ("", " uses locker number ", ".")
    case (.content, .chinese): ("", "号储物柜里放着", "。")
    case (.content, .english): ("In locker number ", " there is ", ".")
    case (.code, .chinese): ("", "的门禁密码是", "。")
    case (.code, .english): ("The access code of the ", " is ", ".")
    case (.colour, .chinese): ("", "的船身漆成了", "。")
    case (.colour, .english): ("The hull of ", " is painted ", ".")
    case (.street, .chinese): ("", "住在", "。")
    case (.street, .english): ("", " lives in ", ".")
    case (.speciality, .chinese): ("", "的面包房以", "出名。")
    case (.speciality, .english): ("The bakery in ", " is known for its ", ".")
    }
  }

  func sentence(_ tongue: Tongue) -> String {
    let (before, between, behind) = Self.frame(relation, tongue)
    return before + subjectText(tongue) + between + valueText(tongue) + behind
  }

  /// A value that a relation may have.
  static func someValue(_ relation: Relation, _ stream: inout RandomStream) -> Int {
    switch relation {
    case .locker: stream.integer(in: 11...98)
    case .code: stream.integer(in: 1000...9999)
    case .content: stream.integer(in: 0..<things.count)
    case .colour: stream.integer(in: 0..<colours.count)
    case .street: stream.integer(in: 0..<streets.count)
    case .speciality: stream.integer(in: 0..<specialities.count)
    }
  }

  static func subjects(_ relation: Relation) -> Range<Int> {
    switch relation {
    case .locker, .street: people.indices
    case .content: 11..<99
    case .code: rooms.indices
    case .colour: boats.indices
    case .speciality: streets.indices
    }
  }
}
