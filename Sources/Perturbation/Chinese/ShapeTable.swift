/// Han characters that look alike.
struct ShapeTable: Sendable {
  private let groups: [Unicode.Scalar: [Unicode.Scalar]]

  init(_ lines: String) {
    var groups: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in lines.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      for scalar in group.unicodeScalars {
        for other in group.unicodeScalars
        where other != scalar && !(groups[scalar] ?? []).contains(other) {
          groups[scalar, default: []].append(other)
        }
      }
    }
    self.groups = groups
  }

  /// Others of its groups, in their order; none for a character in no group.
  func alike(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] { groups[scalar] ?? [] }

  /// Groups by strokes (己已巳) and by a shared component (清请情): what a hasty reader and an optical one confuse.
  static let standard = ShapeTable(
    """
    己已巳 未末 日曰目 人入八 土士 大太犬 天夫无 干千于 田由甲申 戊戌戍戎 折拆 侯候 蓝篮 辨辩辫 拨拔 刀力 贝见 鸟乌 免兔 今令 问间闻 治冶 准淮 \
    处外 那哪 末未 玉王主 午牛 白自 本木 休体 住往 位拉 东车 左右 石右 古吉 名各 合台 因困 四西 可司 同向 后启 北比 比此 毛手 气乞 片斤 \
    斤斥 方万 办为 书韦 风凤 厂广 几儿 儿兀 九丸 刃刀 又叉 了子 予矛 子孑 小少 水永 火灭 心必 户尸 尺尽 巨臣 瓜爪 皮及 米来 老考 耳其 \
    肉内 臼白 舌古 虫虽 血皿 衣农 角用 言信 里重 长张 门们 雨两 青责 面而 音意 页贝 飞气 首道 马鸟 高亮 鱼渔 黑墨 \
    清请情晴睛蜻 跑抱饱炮泡袍 很恨狠根跟 他她地池 你称 吗妈码骂 哪那娜 巴把爸吧肥 包句勾 方访放房仿防 工功攻红江 古故姑苦枯湖 \
    交校较郊胶 经轻径劲 可河何呵歌 快块决缺 里理量厘 龙笼拢聋 每海悔梅 门问闷闻 平评苹萍 其期棋旗欺 且组祖租阻姐 \
    青清静 区欧枢驱 全拴栓 壬任妊 尚堂常赏 少沙抄吵炒秒 生性姓胜星 寺诗时待持特 台始抬治胎 廷挺庭艇 同桐铜洞筒 \
    弯湾变恋 韦伟围违 未味妹昧 五语吾悟 勿物忽 先洗选宪 象像橡 昔借惜措错 羊洋样详鲜 也他地 亦迹 由油抽袖邮 又友 \
    元远园完玩 员圆损 原源愿 云运动 占站战点店粘 丈仗杖 召招照绍超 争净静睁 正证政整征 支枝技肢 中种钟肿冲 周调稠绸 朱珠株 主住注柱驻 \
    专传转砖 足促捉 最撮 昨作炸 坐座 导异 航般船 播翻 放故 音章 乐东 空穷 调凋 度席渡 温湿 低底 打扛 开升 关送 灯打 窗窟 \
    路露 线钱浅 堵睹赌 车东 站站 停亭 加油抽 电龟 充允 家豪 公分 司同 附近 远运 最取 哪哪 餐餮 厅斤 酒洒 店底 房户
    """)
}
