import Assets

/// What is written over shops. All names are made up.
package enum ShopNames {
  package static let english: [String] = [
    "ASHDOWN BAKERY", "NORTHGATE BOOKS", "THE CORNER LOAF", "MILLER AND DAUGHTER", "PAPERLEAF",
    "VELORAMA CYCLES",
    "SALT AND RYE", "OLD TOWN PHARMACY", "LINDEN OPTICIANS", "BLUE KETTLE CAFE", "HARROW HARDWARE",
    "CLOVER FLOWERS",
    "TAILOR OSWIN", "FERNWAY GROCERS", "MARLOW SHOES", "PIXEL PHONES", "THE WOOL ROOM", "CASTLE DRY CLEANERS",
    "RIVERSIDE BANK", "KEY AND LOCK", "OAK STREET DELI", "SUNDAY PIZZA", "TANDOORI HOUSE", "ORCHARD TOYS",
    "BRIGHT DENTAL", "HAIR BY NOVA", "LAUNDRETTE", "CITY PRINT", "PETS CORNER", "WINE CELLAR 12", "FISH BAR",
    "TRAVEL POINT", "GREENGROCER", "THE TEA LEAF", "RECORD ATTIC", "FRAME STUDIO", "STATIONERY",
    "MINI MARKET 24",
  ]

  package static let chinese: [String] = [
    "天山牛肉面", "小王包子店", "大田米店", "百丰五金", "中山书店", "月水花店", "天天电车行", "文心书店", "山木茶店",
    "大丰肉店", "日日鱼店", "王子电车行", "金山茶行", "小山面店", "水木花店", "五丰米行", "百花茶店", "文山书店", "大牛肉店",
    "金月电子", "中天车行", "小鱼面店", "田田包子", "王大包子店",
  ]

  /// Characters that are written somewhere but not drawn; empty, or a sign has a gap.
  package static var missing: [Character] {
    chinese.flatMap { Array($0) }.filter { !ChineseGlyphs.characters.contains($0) }
  }
}
