/// What people at home say to each other.
enum HouseholdTalk {
  /// In `en` or `zh`.
  static func lines(in language: String) -> [String] { language == "zh" ? chinese : english }

  private static let english = [
    "Have you seen my keys anywhere?", "Dinner will be ready in ten minutes.",
    "Could you turn the light on, please?", "I think somebody is at the door.",
    "We are running out of milk again.", "Let me finish this page first.",
    "It is getting cold in here.", "Did you water the plants this week?",
    "The parcel should arrive tomorrow morning.", "Don't forget to close the window.",
    "Shall we go for a walk later?", "I left the umbrella next to the sofa.",
    "Who has moved the remote control?", "The kettle is boiling.",
  ]

  private static let chinese = [
    "你看见我的钥匙了吗？", "再过十分钟就可以吃饭了。", "麻烦把灯打开一下。", "好像有人在敲门。",
    "家里的牛奶又快喝完了。", "等我把这一页看完。", "屋里有点冷了。", "这个星期你给花浇水了吗？",
    "快递明天上午应该能到。", "别忘了关窗户。", "一会儿要不要出去走走？", "我把雨伞放在沙发旁边了。",
    "谁动了遥控器？", "水烧开了。",
  ]
}
