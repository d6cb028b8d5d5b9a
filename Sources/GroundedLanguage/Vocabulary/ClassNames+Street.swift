extension ClassNames {
  /// Road users, animals, what stands along streets.
  static let street: [Concept] = [
    Concept("person", "person", "人", "个", kinds: ["rider"]),
    Concept("rider", "cyclist", "骑行者", "名", near: ["bicycle", "motorcycle"]),
    Concept("car", "car", "小汽车", "辆", near: ["van"]),
    Concept("van", "van", "面包车", "辆", near: ["truck", "bus"]),
    Concept("truck", "lorry", "卡车", "辆", near: ["trailer"]),
    Concept("bus", "bus", "公交车", "辆"),
    Concept("tram", "tram", "有轨电车", "辆"),
    Concept("motorcycle", "motorcycle", "摩托车", "辆"),
    Concept("bicycle", "bicycle", "自行车", "辆"),
    Concept("trailer", "trailer", "拖车", "辆"),
    Concept("dog", "dog", "狗", "只"),
    Concept("cat", "cat", "猫", "只"),
    Concept("deer", "deer", "鹿", "头", plural: "deer"),
    Concept("cow", "cow", "牛", "头"),
    Concept("wheelchair", "wheelchair", "轮椅", "辆"),
    Concept("pram", "pram", "婴儿车", "辆"),
    Concept("traffic_light", "traffic light", "红绿灯", "个", near: ["pole"]),
    Concept("traffic_sign", "traffic sign", "交通标志", "块", near: ["pole"]),
    Concept(board, "shop sign", "店铺招牌", "块", near: ["traffic_sign"]),
    Concept("pole", "pole", "杆子", "根", near: ["street_light"]),
    Concept("street_light", "street lamp", "路灯", "盏"),
    Concept("traffic_cone", "traffic cone", "锥桶", "个"),
    Concept("barrier", "barrier", "路障", "个", near: ["fence"]),
    Concept("bench", "bench", "长椅", "张"),
    Concept("bin", "bin", "垃圾桶", "个"),
    Concept("bollard", "bollard", "隔离桩", "根", near: ["pole"]),
    Concept("building", "building", "楼房", "栋"),
    Concept("tree", "tree", "树", "棵", near: ["bush"]),
    Concept("bush", "bush", "灌木", "丛"),
  ]

  /// What is not counted.
  static let surfaces: [Concept] = [
    Concept("road", "road", "道路", "条", isMass: true),
    Concept("sidewalk", "pavement", "人行道", "条", isMass: true),
    Concept("parking", "parking area", "停车区", "片", isMass: true),
    Concept("road_mark", "road marking", "道路标线", "条", isMass: true),
    Concept("terrain", "open ground", "空地", "片", plural: "open ground", isMass: true),
    Concept("vegetation", "vegetation", "植被", "片", plural: "vegetation", isMass: true),
    Concept("kerb", "kerb", "路缘石", "条", isMass: true),
    Concept("wall", "outside wall", "围墙", "面", isMass: true),
    Concept("fence", "fence", "栅栏", "道", isMass: true),
    Concept("bridge", "bridge", "桥", "座"),
    Concept("tunnel", "tunnel", "隧道", "条"),
    Concept("rail_track", "rail track", "铁轨", "条", isMass: true),
    Concept("ground", "ground", "地面", "片", plural: "ground", isMass: true),
    Concept("water", "water", "水面", "片", plural: "water", isMass: true),
    Concept("floor", "floor", "地板", "块", isMass: true),
    Concept("ceiling", "ceiling", "天花板", "块", isMass: true),
    Concept("interior_wall", "wall", "墙", "面", isMass: true),
    Concept("skirting", "skirting board", "踢脚线", "条", isMass: true),
    Concept("carpet", "fitted carpet", "满铺地毯", "块", isMass: true),
    Concept("curtain", "curtain", "窗帘", "幅", isMass: true),
    Concept("tabletop", "tabletop", "桌面", "张", isMass: true),
  ]

  /// Kinds wider than any class.
  static let wider: [Concept] = [
    Concept(
      "vehicle", "vehicle", "车", "辆", kinds: ["car", "van", "truck", "bus", "tram", "motorcycle"],
      near: ["bicycle", "trailer", "rider"]),
    Concept("animal", "animal", "动物", "只", kinds: ["dog", "cat", "deer", "cow"]),
  ]
}
