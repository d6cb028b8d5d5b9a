import RandomStreams

/// How one generation of one gender was named: popular names whole, the rest from the characters then in use.
struct ChineseGivenNames: Sendable {
  /// The last year of birth.
  let through: Int
  /// Share of names of one character.
  let singleShare: Double
  let singles: Lexicon
  /// Share of names taken whole from `popular`, among those of two characters.
  let popularShare: Double
  let popular: Lexicon
  let firsts: Lexicon
  let seconds: Lexicon

  init(
    through: Int, singleShare: Double, singles: String, popularShare: Double, popular: String, firsts: String,
    seconds: String
  ) {
    self.through = through
    self.singleShare = singleShare
    self.singles = Lexicon(singles)
    self.popularShare = popularShare
    self.popular = Lexicon(popular)
    self.firsts = Lexicon(firsts)
    self.seconds = Lexicon(seconds)
  }

  /// A given name that does not repeat the surname's character or its sound, as parents avoid too.
  func draw(_ stream: inout RandomStream, after surname: Word) -> Word {
    var word = draw(&stream)
    for _ in 0..<8 {
      let clashes = surname.text.contains { word.text.contains($0) } || word.latin.hasPrefix(surname.latin)
      if !clashes { break }
      word = draw(&stream)
    }
    return word
  }

  private func draw(_ stream: inout RandomStream) -> Word {
    if stream.bool(probability: singleShare) { return singles.draw(&stream) }
    if stream.bool(probability: popularShare) { return popular.draw(&stream) }
    let first = firsts.draw(&stream)
    var second = seconds.draw(&stream)
    // 海海, 文文: childish where the list does not mean it; 晓孝, 志智: nobody is called so.
    for _ in 0..<8 where first.latin == second.latin { second = seconds.draw(&stream) }
    return Word(text: first.text + second.text, latin: first.latin + second.latin)
  }
}

/// Surnames by frequency, given names by gender and generation.
enum ChineseNames {
  /// Weights: bearers in about a hundred thousand of the population.
  static let surnames = Lexicon(
    """
    王/wang/7170 李/li/7000 张/zhang/6740 刘/liu/5100 陈/chen/4610 杨/yang/3220 黄/huang/2450 吴/wu/2000
    赵/zhao/2000 周/zhou/1900 徐/xu/1450 孙/sun/1380 马/ma/1290 朱/zhu/1150 胡/hu/1120 林/lin/1110 郭/guo/1090
    何/he/1060 高/gao/1000 罗/luo/950 郑/zheng/900 梁/liang/850 谢/xie/760 宋/song/700 唐/tang/690 许/xu/660
    邓/deng/620 冯/feng/620 韩/han/610 曹/cao/600 曾/zeng/580 彭/peng/570 肖/xiao/560 蔡/cai/530 潘/pan/520
    田/tian/520 董/dong/510 袁/yuan/500 于/yu/480 余/yu/480 叶/ye/480 蒋/jiang/470 杜/du/460 苏/su/460
    魏/wei/450 程/cheng/450 吕/lyu/440 丁/ding/430 沈/shen/410 任/ren/410 姚/yao/400 卢/lu/400 钟/zhong/390
    姜/jiang/390 崔/cui/380 谭/tan/380 廖/liao/370 范/fan/360 汪/wang/360 陆/lu/360 金/jin/350 石/shi/340
    戴/dai/340 贾/jia/330 韦/wei/320 夏/xia/320 邱/qiu/310 方/fang/310 侯/hou/300 邹/zou/300 熊/xiong/290
    孟/meng/290 秦/qin/280 白/bai/280 江/jiang/280 阎/yan/260 薛/xue/260 尹/yin/260 段/duan/250 雷/lei/250
    黎/li/220 史/shi/220 龙/long/220 陶/tao/210 贺/he/210 顾/gu/200 毛/mao/200 郝/hao/200 龚/gong/200
    邵/shao/200 万/wan/190 钱/qian/190 严/yan/180 赖/lai/180 覃/qin/180 洪/hong/170 武/wu/170 莫/mo/170
    孔/kong/170 汤/tang/160 向/xiang/160 常/chang/150 温/wen/150 康/kang/150 施/shi/140 文/wen/140 牛/niu/140
    樊/fan/130 葛/ge/130 邢/xing/130 安/an/120 齐/qi/120 易/yi/120 乔/qiao/120 伍/wu/120 庞/pang/110 颜/yan/110
    倪/ni/110 庄/zhuang/110 聂/nie/110 章/zhang/110 鲁/lu/110 岳/yue/110 翟/zhai/100 殷/yin/100 詹/zhan/100
    申/shen/100 欧/ou/100 耿/geng/100 关/guan/90 兰/lan/90 焦/jiao/90 俞/yu/90 左/zuo/80 柳/liu/80 甘/gan/80
    祝/zhu/80 包/bao/80 宁/ning/80 尚/shang/70 符/fu/70 舒/shu/70 阮/ruan/70 柯/ke/70 纪/ji/70 梅/mei/70
    童/tong/70 凌/ling/70 毕/bi/70 单/shan/70 季/ji/70 裴/pei/70 霍/huo/60 涂/tu/60 成/cheng/60 苗/miao/60
    谷/gu/60 盛/sheng/60 曲/qu/60 翁/weng/60 冉/ran/60 骆/luo/60 蓝/lan/60 路/lu/60 游/you/60 辛/xin/60
    靳/jin/60 管/guan/50 柴/chai/50 蒙/meng/50 鲍/bao/50 华/hua/50 喻/yu/50 祁/qi/50 房/fang/50 屈/qu/40
    饶/rao/40 解/xie/40 牟/mu/40 艾/ai/40 尤/you/40 时/shi/40 穆/mu/40 卓/zhuo/40 古/gu/40 简/jian/40 车/che/40
    项/xiang/40 褚/chu/30 娄/lou/30 戚/qi/30 岑/cen/30 景/jing/30 费/fei/30 冷/leng/30 席/xi/30 卫/wei/30
    柏/bai/30 瞿/qu/30 佟/tong/30 臧/zang/30 欧阳/ouyang/60 上官/shangguan/10 诸葛/zhuge/8 司徒/situ/7 慕容/murong/2
    """)

  static func cohort(_ gender: Gender, bornIn year: Int) -> ChineseGivenNames {
    let list = gender == .male ? men : women
    return list.first { year <= $0.through } ?? list[list.count - 1]
  }

  private static let men: [ChineseGivenNames] = [
    ChineseGivenNames(
      through: 1966, singleShare: 0.08, singles: "勇/yong 军/jun 平/ping 林/lin 峰/feng 强/qiang 明/ming",
      popularShare: 0.35,
      popular: """
        建国/jianguo/10 建华/jianhua/9 国强/guoqiang/7 志强/zhiqiang/6 建军/jianjun/6 国庆/guoqing/4 卫东/weidong/5
        德明/deming/3 玉林/yulin/3 桂林/guilin/2 福生/fusheng/3 长江/changjiang/2 解放/jiefang/2 援朝/yuanchao/1
        """,
      firsts: """
        建/jian/9 国/guo/9 志/zhi/7 德/de/6 文/wen/5 永/yong/6 玉/yu/4 金/jin/5 福/fu/3 春/chun/3 长/chang/3
        树/shu/3 振/zhen/3 家/jia/3 正/zheng/3 兴/xing/3 光/guang/2 学/xue/3 明/ming/3 世/shi/2 庆/qing/2 万/wan/1
        """,
      seconds: """
        华/hua/8 明/ming/8 国/guo/6 生/sheng/6 平/ping/6 林/lin/5 祥/xiang/4 荣/rong/4 发/fa/3 贵/gui/3 忠/zhong/4
        良/liang/4 民/min/4 义/yi/3 安/an/3 军/jun/4 福/fu/3 才/cai/2 昌/chang/2 山/shan/2 田/tian/1 海/hai/2
        """),
    ChineseGivenNames(
      through: 1981, singleShare: 0.3,
      singles: """
        伟/wei/12 勇/yong/10 军/jun/10 强/qiang/9 刚/gang/7 斌/bin/6 涛/tao/6 波/bo/5 辉/hui/4 峰/feng/4 健/jian/3
        磊/lei/4 俊/jun/3 宏/hong/3 平/ping/3 毅/yi/3 雷/lei/2 凯/kai/2 东/dong/2 飞/fei/3
        """,
      popularShare: 0.15,
      popular: """
        志强/zhiqiang/6 建军/jianjun/6 志刚/zhigang/4 卫东/weidong/3 海涛/haitao/3 晓东/xiaodong/4 建平/jianping/4
        国强/guoqiang/4 红卫/hongwei/1 小军/xiaojun/3 向东/xiangdong/2 永强/yongqiang/3
        """,
      firsts: """
        志/zhi/9 建/jian/9 海/hai/6 国/guo/6 文/wen/6 晓/xiao/6 永/yong/5 俊/jun/3 立/li/4 少/shao/3 卫/wei/3
        红/hong/2 新/xin/3 宏/hong/3 明/ming/3 学/xue/3 春/chun/3 向/xiang/2 小/xiao/4 振/zhen/3 继/ji/1 剑/jian/1
        """,
      seconds: """
        军/jun/8 强/qiang/8 华/hua/6 平/ping/6 东/dong/6 辉/hui/5 明/ming/6 勇/yong/5 峰/feng/5 刚/gang/4 涛/tao/4
        斌/bin/4 波/bo/4 伟/wei/5 林/lin/4 生/sheng/3 文/wen/3 忠/zhong/2 杰/jie/2 民/min/3 宏/hong/2 利/li/2
        """),
    ChineseGivenNames(
      through: 1995, singleShare: 0.32,
      singles: """
        伟/wei/7 磊/lei/9 超/chao/8 鹏/peng/8 杰/jie/7 涛/tao/6 浩/hao/5 亮/liang/5 鑫/xin/5 凯/kai/5 峰/feng/4
        斌/bin/4 飞/fei/4 龙/long/4 帅/shuai/4 俊/jun/4 旭/xu/3 阳/yang/3 明/ming/3 波/bo/3 宇/yu/3 强/qiang/3
        晨/chen/2 博/bo/2 威/wei/2 洋/yang/3 健/jian/3 琦/qi/1 毅/yi/2 森/sen/1
        """,
      popularShare: 0.1,
      popular: """
        志鹏/zhipeng/3 文杰/wenjie/3 俊杰/junjie/5 嘉伟/jiawei/3 晓明/xiaoming/2 家豪/jiahao/3 建超/jianchao/1
        海龙/hailong/3 志豪/zhihao/3 鹏飞/pengfei/4 天宇/tianyu/3 浩然/haoran/3 一鸣/yiming/1 子豪/zihao/2
        """,
      firsts: """
        志/zhi/7 文/wen/7 俊/jun/7 海/hai/5 晓/xiao/6 嘉/jia/5 家/jia/5 建/jian/4 少/shao/3 明/ming/4 永/yong/3
        宇/yu/3 天/tian/3 鹏/peng/2 世/shi/2 振/zhen/2 立/li/3 伟/wei/3 子/zi/3 泽/ze/2 景/jing/2 思/si/2 学/xue/2
        """,
      seconds: """
        杰/jie/6 辉/hui/5 鹏/peng/6 龙/long/5 峰/feng/5 伟/wei/5 豪/hao/5 明/ming/4 超/chao/4 斌/bin/4 文/wen/3
        飞/fei/4 涛/tao/4 凯/kai/3 亮/liang/3 华/hua/3 强/qiang/3 宇/yu/4 航/hang/3 波/bo/3 阳/yang/3 林/lin/3 东/dong/3
        """),
    ChineseGivenNames(
      through: 2006, singleShare: 0.14,
      singles:
        "鑫/xin/5 浩/hao/5 涛/tao/4 杰/jie/4 宇/yu/4 博/bo/3 睿/rui/3 凯/kai/3 旭/xu/3 阳/yang/3 昊/hao/3 毅/yi/2 晨/chen/2",
      popularShare: 0.28,
      popular: """
        俊杰/junjie/6 浩然/haoran/6 子豪/zihao/5 天宇/tianyu/4 宇航/yuhang/5 文博/wenbo/4 嘉豪/jiahao/4 俊豪/junhao/3
        博文/bowen/4 家乐/jiale/3 子轩/zixuan/3 皓轩/haoxuan/2 泽宇/zeyu/3 志远/zhiyuan/3 明辉/minghui/2 鑫磊/xinlei/1
        """,
      firsts: """
        俊/jun/6 子/zi/6 嘉/jia/5 宇/yu/5 文/wen/5 泽/ze/4 浩/hao/5 家/jia/4 志/zhi/4 天/tian/4 博/bo/3 明/ming/3
        思/si/2 晨/chen/2 承/cheng/2 景/jing/2 睿/rui/2 昊/hao/2 逸/yi/2 一/yi/2 铭/ming/2 瑞/rui/2
        """,
      seconds: """
        豪/hao/5 杰/jie/5 宇/yu/5 轩/xuan/5 航/hang/5 涛/tao/4 阳/yang/4 鑫/xin/3 文/wen/4 然/ran/4 辉/hui/4 铭/ming/4
        博/bo/3 瑞/rui/3 翔/xiang/4 凯/kai/3 远/yuan/3 龙/long/3 明/ming/3 晨/chen/2 恒/heng/2 鹏/peng/3
        """),
    ChineseGivenNames(
      through: 2100, singleShare: 0.06,
      singles: "睿/rui/4 泽/ze/3 辰/chen/4 昊/hao/4 宸/chen/4 轩/xuan/2 沐/mu/2 屹/yi/1 澈/che/1",
      popularShare: 0.38,
      popular: """
        浩宇/haoyu/7 浩然/haoran/6 宇轩/yuxuan/7 子轩/zixuan/6 梓轩/zixuan/4 奕辰/yichen/7 宇辰/yuchen/5 沐宸/muchen/5
        浩轩/haoxuan/4 子墨/zimo/4 一诺/yinuo/3 亦辰/yichen/2 博文/bowen/3 俊熙/junxi/3 嘉懿/jiayi/1 梓豪/zihao/3
        皓宇/haoyu/2 景行/jingxing/1 煜祺/yuqi/1 思远/siyuan/3 铭泽/mingze/3 泽宇/zeyu/4
        """,
      firsts: """
        子/zi/6 梓/zi/5 宇/yu/6 浩/hao/5 沐/mu/4 奕/yi/4 泽/ze/5 俊/jun/4 嘉/jia/4 睿/rui/4 铭/ming/4 景/jing/3
        一/yi/3 亦/yi/3 思/si/3 承/cheng/3 书/shu/2 星/xing/2 锦/jin/2 煜/yu/2 佑/you/2 晨/chen/2 明/ming/2 逸/yi/2
        """,
      seconds: """
        辰/chen/7 轩/xuan/6 宇/yu/5 泽/ze/5 宸/chen/5 阳/yang/4 睿/rui/4 熙/xi/4 铭/ming/3 航/hang/3 然/ran/4
        恒/heng/3 霖/lin/3 皓/hao/3 麟/lin/2 言/yan/2 安/an/3 远/yuan/3 诚/cheng/2 希/xi/2 涵/han/2 琛/chen/2 朗/lang/1
        """),
  ]

  private static let women: [ChineseGivenNames] = [
    ChineseGivenNames(
      through: 1966, singleShare: 0.06, singles: "敏/min 萍/ping 英/ying 霞/xia 芳/fang 兰/lan 梅/mei",
      popularShare: 0.4,
      popular: """
        桂英/guiying/10 秀英/xiuying/10 玉兰/yulan/7 秀兰/xiulan/8 桂兰/guilan/6 玉珍/yuzhen/5 秀珍/xiuzhen/5
        凤英/fengying/4 玉梅/yumei/4 淑英/shuying/4 桂芳/guifang/3 秀芳/xiufang/3 建华/jianhua/2 淑珍/shuzhen/3
        """,
      firsts: """
        秀/xiu/9 桂/gui/8 玉/yu/8 淑/shu/6 凤/feng/5 春/chun/4 金/jin/3 月/yue/3 美/mei/3 爱/ai/3 素/su/4 翠/cui/3
        惠/hui/3 兰/lan/2 文/wen/2 慧/hui/2 国/guo/1 小/xiao/2 彩/cai/2 雪/xue/1 红/hong/2 亚/ya/2
        """,
      seconds: """
        英/ying/9 兰/lan/8 珍/zhen/7 芳/fang/6 华/hua/5 梅/mei/6 琴/qin/4 香/xiang/3 莲/lian/3 云/yun/4 霞/xia/3
        荣/rong/3 芬/fen/4 萍/ping/3 凤/feng/3 娥/e/2 花/hua/2 仙/xian/1 琼/qiong/1 清/qing/1
        """),
    ChineseGivenNames(
      through: 1981, singleShare: 0.28,
      singles: """
        敏/min/9 静/jing/8 丽/li/9 燕/yan/7 艳/yan/7 霞/xia/6 红/hong/6 梅/mei/4 娟/juan/5 芳/fang/6 玲/ling/5
        萍/ping/4 英/ying/3 洁/jie/2 莉/li/3 琴/qin/3 娜/na/3 颖/ying/2 慧/hui/2 蓉/rong/1
        """,
      popularShare: 0.22,
      popular: """
        丽华/lihua/4 晓燕/xiaoyan/6 海燕/haiyan/6 小红/xiaohong/4 春梅/chunmei/4 丽娟/lijuan/4 红梅/hongmei/5
        玉梅/yumei/3 建华/jianhua/2 艳丽/yanli/3 秀丽/xiuli/4 晓红/xiaohong/4 志红/zhihong/1 小玲/xiaoling/3
        """,
      firsts: """
        丽/li/7 晓/xiao/8 海/hai/4 小/xiao/5 春/chun/5 红/hong/5 秀/xiu/5 玉/yu/5 艳/yan/4 爱/ai/2 美/mei/3 淑/shu/2
        慧/hui/3 雪/xue/3 文/wen/3 彩/cai/2 凤/feng/2 冬/dong/2 亚/ya/3 建/jian/2 金/jin/2 素/su/2
        """,
      seconds: """
        华/hua/5 燕/yan/6 红/hong/6 梅/mei/6 霞/xia/5 娟/juan/5 玲/ling/5 芳/fang/5 萍/ping/4 英/ying/4 丽/li/4
        琴/qin/3 敏/min/4 云/yun/3 艳/yan/3 娜/na/2 洁/jie/2 芬/fen/3 凤/feng/2 荣/rong/2 莲/lian/2 珍/zhen/2
        """),
    ChineseGivenNames(
      through: 1995, singleShare: 0.3,
      singles: """
        静/jing/8 婷/ting/9 丽/li/5 娜/na/6 敏/min/5 倩/qian/6 雪/xue/6 丹/dan/5 颖/ying/5 莹/ying/4 璐/lu/3 慧/hui/4
        玲/ling/3 娟/juan/4 艳/yan/4 燕/yan/4 洁/jie/4 佳/jia/3 瑶/yao/3 琳/lin/4 晶/jing/3 蕾/lei/2 萌/meng/2 欣/xin/2
        悦/yue/2 妍/yan/1 薇/wei/2 茜/qian/1
        """,
      popularShare: 0.16,
      popular: """
        婷婷/tingting/6 晓婷/xiaoting/3 丽娜/lina/3 雅婷/yating/4 佳佳/jiajia/2 晶晶/jingjing/3 思思/sisi/1
        梦婷/mengting/3 雪莹/xueying/2 丽丽/lili/3 晓燕/xiaoyan/3 莉莉/lili/1 文静/wenjing/5 诗雨/shiyu/1 慧敏/huimin/3
        """,
      firsts: """
        晓/xiao/7 雅/ya/5 丽/li/5 佳/jia/5 梦/meng/5 雪/xue/4 思/si/5 文/wen/4 慧/hui/3 小/xiao/4 春/chun/3 嘉/jia/3
        美/mei/3 艳/yan/2 玉/yu/3 海/hai/2 诗/shi/3 婉/wan/1 亚/ya/2 静/jing/3 倩/qian/1 紫/zi/1 梓/zi/1 秋/qiu/2
        """,
      seconds: """
        婷/ting/7 静/jing/6 雯/wen/4 娟/juan/4 丽/li/4 敏/min/4 洁/jie/4 莹/ying/4 琳/lin/4 琪/qi/4 霞/xia/3 娜/na/4
        燕/yan/3 萍/ping/3 玲/ling/4 芳/fang/4 怡/yi/4 颖/ying/4 瑶/yao/3 红/hong/2 梅/mei/2 茹/ru/2 雨/yu/3 云/yun/3
        """),
    ChineseGivenNames(
      through: 2006, singleShare: 0.12,
      singles:
        "欣/xin/4 悦/yue/4 婷/ting/4 颖/ying/3 雪/xue/3 瑶/yao/3 倩/qian/3 琪/qi/3 怡/yi/3 妍/yan/3 萱/xuan/2 彤/tong/2 媛/yuan/2",
      popularShare: 0.3,
      popular: """
        欣怡/xinyi/7 雨欣/yuxin/6 佳怡/jiayi/5 思雨/siyu/4 梦瑶/mengyao/4 佳琪/jiaqi/5 欣悦/xinyue/4 静怡/jingyi/5
        雨婷/yuting/3 诗琪/shiqi/3 子涵/zihan/4 雨涵/yuhan/4 思琪/siqi/4 可欣/kexin/4 婉婷/wanting/2 嘉怡/jiayi/4
        """,
      firsts: """
        雨/yu/6 欣/xin/6 佳/jia/6 思/si/6 梦/meng/5 诗/shi/5 嘉/jia/4 雅/ya/4 子/zi/4 可/ke/4 静/jing/3 晓/xiao/3
        心/xin/2 紫/zi/2 文/wen/3 语/yu/3 婉/wan/2 若/ruo/2 慧/hui/2 乐/le/2 美/mei/2 芷/zhi/1
        """,
      seconds: """
        怡/yi/7 涵/han/6 欣/xin/6 琪/qi/6 婷/ting/5 瑶/yao/5 彤/tong/4 妍/yan/4 悦/yue/5 雯/wen/4 萱/xuan/4 颖/ying/3
        琳/lin/3 洁/jie/3 晴/qing/3 媛/yuan/3 菲/fei/3 玥/yue/2 莹/ying/3 静/jing/3 蕊/rui/2 雨/yu/2
        """),
    ChineseGivenNames(
      through: 2100, singleShare: 0.05,
      singles: "玥/yue/4 悦/yue/3 萱/xuan/3 汐/xi/3 妍/yan/3 瑶/yao/3 琳/lin/2 沐/mu/1 诺/nuo/2",
      popularShare: 0.4,
      popular: """
        梓涵/zihan/7 一诺/yinuo/7 欣怡/xinyi/5 诗涵/shihan/5 依诺/yinuo/5 欣妍/xinyan/5 雨桐/yutong/6 梓萱/zixuan/5
        可馨/kexin/4 佳琪/jiaqi/3 思彤/sitong/3 语桐/yutong/3 若汐/ruoxi/4 苡沫/yimo/3 艺涵/yihan/3 沐瑶/muyao/2
        书瑶/shuyao/3 梦琪/mengqi/3 婉清/wanqing/2 语汐/yuxi/2 可昕/kexin/2 诗妍/shiyan/2
        """,
      firsts: """
        梓/zi/6 诗/shi/5 欣/xin/5 雨/yu/5 语/yu/5 若/ruo/5 可/ke/4 依/yi/4 一/yi/4 思/si/4 沐/mu/3 书/shu/3 佳/jia/3
        艺/yi/3 婉/wan/2 芷/zhi/3 清/qing/2 锦/jin/2 星/xing/2 念/nian/2 心/xin/3 晨/chen/2 苏/su/1 知/zhi/2
        """,
      seconds: """
        涵/han/7 桐/tong/6 瑶/yao/5 萱/xuan/6 妍/yan/5 彤/tong/5 汐/xi/5 琪/qi/4 玥/yue/5 晴/qing/4 诺/nuo/4 悦/yue/4
        馨/xin/4 怡/yi/3 宁/ning/3 昕/xin/3 然/ran/3 菲/fei/2 媛/yuan/2 月/yue/2 雅/ya/2 溪/xi/3 柠/ning/2 言/yan/1
        """),
  ]
}
