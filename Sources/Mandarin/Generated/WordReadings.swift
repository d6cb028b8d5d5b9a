/// Words: where a character is not read as it usually is, the reading follows it (`银行hang2`); the rest tells where
/// words begin and end.
let wordReadings = """
  银行hang2 行hang2长zhang3 行hang2业 行hang2列 排行hang2 一行hang2 两行hang2 同行hang2 行人 行驶 行李 行程 行车 行动 自行车 步行 进行 流行 飞行 执行 旅行 运行 通行 通行费
  重chong2新 重chong2复 重chong2庆 重chong2叠 重chong2阳 重chong2启 重chong2来 重chong2做 重chong2建 重chong2播 重chong2试 重chong2置 重chong2组 多重chong2
  长zhang3大 成长zhang3 增长zhang3 生长zhang3 长zhang3辈 校长zhang3 市长zhang3 局长zhang3 队长zhang3 站长zhang3 船长zhang3 家长zhang3 班长zhang3 部长zhang3 董事长zhang3 长度 长安 长江 长城 长沙 长春 长途
  重要 重量 严重 体重 重点 载zai4重 尊重 沉重 重物 重型 很重 太重 重大
  音乐yue4 乐yue4队 乐yue4器 爵士乐yue4 古典乐yue4 摇滚乐yue4 电子乐yue4 音乐yue4厅 快乐le4 娱乐le4 乐le4观 可乐le4 欢乐le4 俱乐le4部 乐le4园 游乐le4园 声乐yue4
  还hai2是 还hai2有 还hai2要 还hai2没 还huan2款 归还huan2 还huan2车 还huan2给 偿还huan2 退还huan2
  空调tiao2 调tiao2高 调tiao2低 调tiao2到 调tiao2节 调tiao2整 调tiao2大 调tiao2小 调tiao2暗 调tiao2亮 调diao4头 掉头 调diao4查 强调diao4 声调diao4 单调diao4 音调diao4 调diao4动
  睡觉jiao4 午觉jiao4 感觉 觉得de5 自觉 发觉 觉得de5
  都du1市 首都du1 成都du1 京都du1 都dou1是 都dou1有
  了liao3解 为wei4了 除了 好了 算了 到了 受不bu5了liao3 为了liao5
  得dei3去 必须得dei3 记得de5 值得de5 显得de5 获得de2 取得de2 得de2到 得de2分 觉得de5 不得不 得de2出
  地de5铁 地铁 地方fang5 地图 地址 地点 地下 地面 地区 目的di4地 当地 工地 慢慢地de5 轻轻地de5 快速地de5
  目的di4 的di2确 的di1士
  分fen4钟 分钟 部分fen5 分fen1数 十分 充分fen4 身分fen4 分fen4量 分公司 百分之 十分钟 水分fen4 几分钟
  中zhong4奖 看中zhong4 中zhong4暑 中国 中心 中间 中午 中文 中学 其中 空中 途中
  大dai4夫fu5 大小 大家 大概 大街 大道 大学 大学路 大桥 大厅 大门 太太tai5 奶奶nai5 爷爷ye5 爸爸ba5 妈妈ma5 哥哥ge5 姐姐jie5 弟弟di5 妹妹mei5 宝宝bao5 叔叔shu5 谢谢xie5 星星xing5 看看kan5 听听ting5 试试shi5 等等deng5 想想xiang5 走走zou5
  着zhe5急 着zhao2急 睡着zhao2 找着zhao2 着zhao2火 着zhuo2陆 沿着zhe5 跟着zhe5 看着zhe5 拿着zhe5 站着zhe5 坐着zhe5 开着zhe5 听着zhe5 接着zhe5 有着zhe5 衣着zhuo2 穿着zhe5 着zhuo2装
  觉得de5 东西xi5 东dong1西xi1向 消息xi5 休息xi5 意思si5 朋友you5 先生sheng5 学生sheng5 医生 女士 小姐 时候hou5 天气 天气预报 明白bai5 知道dao5 认识shi5 告诉su5 喜欢huan5 漂piao4亮liang5 舒服fu5 衣服fu5 豆腐fu5 葡萄tao5 萝卜bo5 眼睛jing5 耳朵duo5 嘴巴ba5 鼻子zi5 头发fa5 孩子zi5 房子zi5 车子zi5 桌子zi5 椅子zi5 柜子zi5 杯子zi5 盘子zi5 瓶子zi5 盒子zi5 箱子zi5 袋子zi5 被子zi5 鞋子zi5 裤子zi5 帽子zi5 镜子zi5 梯子zi5 院子zi5 屋子zi5 妻子zi5 儿子zi5 种zhong3子 电子 男子 女子 子女 王子 原子
  窗户hu5 玻璃li5 钥匙shi5 扫帚zhou5 石头tou5 木头tou5 枕头tou5 骨头tou5 里头tou5 外头tou5 前头tou5 后头tou5 上头tou5 馒头tou5 镜头 路头 我们men5 你们men5 他们men5 她们men5 它们men5 咱们men5 人们men5 孩子zi5们men5
  什么me5 怎么me5 怎么样 这么me5 那么me5 多么me5 为wei4什么me5 没什么me5 要么me5
  这个ge5 那个ge5 哪个ge5 一个ge5 几个ge5 两个ge5 三个ge5 每个ge5 个人 个子
  这里li5 那里li5 哪里li5 家里li5 车里li5 屋里li5 公里 城里li5 这边bian5 那边bian5 左边bian5 右边bian5 前边bian5 后边bian5 里边bian5 外边bian5 上边bian5 下边bian5 旁边 路边 前面mian5 后面mian5 上面mian5 下面mian5 里面mian5 外面mian5 左面mian5 右面mian5 对面 路面 桌上shang5 车上shang5 路上shang5 墙上shang5 地上shang5 床上shang5 身上shang5 晚上shang5 早上shang5 楼上 上午 上海 上车 上班 以上 马上 网上 线上 地下 楼下 下午 下车 下班 以下 下雨 下雪 下一个ge5 下一首
  起来lai5 过来lai5 出来lai5 进来lai5 回来lai5 下来lai5 上来lai5 过去qu5 出去qu5 进去qu5 回去qu5 起床 打开 关闭 关掉 关上shang5 打开着zhe5
  发现 出发 发动机 理发fa4 发型 头发fa5 发生 发送 沙发
  便宜yi5 便pian2宜yi5 方便 随便 便利店 顺便 便利
  率领 率shuai4领 效率 频率 概率 功率 心率 利率 圆周率 汇率 草率shuai4
  数shu3数 数shu3一数 数据 数字 数量 数学 多少shao5 少年 青少shao4年 多少钱 至少 减少 不少 少shao4年
  难nan4民 灾难nan4 困难 难过
  教jiao1书 教jiao1我 教jiao1你 教jiao1他 教jiao1她 教jiao1会 教育 教室 教练
  看kan1守 看护 看见 看看kan5 好看 难看 看kan1家
  好hao4奇 爱好hao4 好hao4客 你好 您好 好的 好吃 最好 很好 好吗 好听 好像
  号码 信号 型号 账号
  处chu3理 处chu3于 处chu4长zhang3 到处 好处chu5 用处chu5 远处 近处 四处 此处 办事处 处chu3方 处chu3罚 处chu3分 相处chu3
  传zhuan4记 宣传 传感器 传说 传统
  种zhong4植 种zhong4树 种zhong4花 各种 这种 一种 种类 品种
  降jiang4低 降jiang4温 下降jiang4 降jiang4雨 降jiang4落 投降xiang2
  干gan1净jing5 干gan1燥 饼干gan1 干gan1杯 干gan1衣机 干gan4活 干gan4什么 干gan4嘛 能干gan4 树干gan4 干gan4线 干gan4部 晾干gan1 吹干gan1 烘干gan1 干gan1洗
  相机 照相xiang4 相xiang4机 相xiang4册 相xiang4片 相xiang4声 长zhang3相xiang4 互相 相同 相信 相当 首相xiang4 真相xiang4
  间jian4隔 间jian4接 房间 时间 中间 期间 之间 卫生间 洗手间 晚间 夜间 空间
  假jia4期 假jia4期 放假jia4 请假jia4 假jia4日 度假jia4 例假jia4 暑假jia4 寒假jia4 假jia4条 休假jia4 假jia3如 假jia3装 真假jia3
  背bei1包 背bei1着zhe5 后背 背景 背后 靠背 双肩包
  应ying1该 应ying1当 反应ying4 适应ying4 应ying4用 供gong1应ying4 响应ying4 相应ying4 应ying4急 应ying4答 对应ying4
  参cen1差ci1 参加 参数 参观 参考
  差cha4不多 差chai1 出差chai1 差cha4一点 很差cha4 较差cha4 差cha1别 误差cha1 偏差cha1 温差cha1 差cha1异 差cha1距 时差cha1 差cha4一刻
  没mo4收 没收到 沉没mo4 淹没mo4 没有 没事 没问题 没人
  为wei4什么me5 为wei4我 为wei4你 为wei4您 因为wei4 以为 认为 成为 作为 为止 行为 为主 称为
  乘客 称重 对称chen4 名称 称呼
  似shi4的 相似 似乎
  切菜 一切qie4 亲切qie4 切换 密切qie4
  曲qu3子zi5 歌曲qu3 戏曲qu3 曲qu3目 钢琴曲qu3 作曲qu3 弯曲 曲线 舞曲qu3 乐yue4曲qu3 名曲qu3 这首曲qu3子zi5
  转zhuan4圈 转zhuan4动 转zhuan4速 转弯 左转 右转 转向 转向灯 转身 转换 旋转zhuan3 转zhuan4盘 运转zhuan3
  倒dao3下 摔倒dao3 跌倒dao3 倒dao3塌 打倒dao3 倒车 倒水 倒影 倒计时 倒退 倒数 推倒dao3 绊倒dao3 倒dao3了
  挑tiao3战 挑选
  散步 散san3文 松散san3 散热 散会 分散
  盛cheng2饭 茂盛 盛开 丰盛
  弹dan4药 子弹dan4 炸弹dan4 导弹dan4 弹琴 弹钢琴 弹簧
  担dan4子zi5 重担dan4 扁担dan5 担心 负担 担任
  当dang4作 上当dang4 适当dang4 恰当dang4 当dang4成 当前 当时 当天 当然 应当 相当
  答da1应ying5 回答 答案 答复
  夹克 夹子zi5 衣夹
  结jie1实 结jie1果子zi5 结果 结束 结婚 团结 总结
  尽jin3管 尽jin3快 尽jin3量 尽头 尽力
  累lei3积 积累lei3 累lei3计 很累 疲累 劳累
  质量liang4 数量liang4 重量liang4 音量liang4 电量liang4 流量liang4 容量liang4 能量liang4 变量liang4 余量liang4 适量liang4 限量liang4 销量liang4 热量liang4 用量liang4 肺活量liang4 计量liang4 大量liang4 少量liang4 剂量liang4 油量liang4 测量 量体温 量血压 商量liang5 力量liang5 尽jin3量liang4 水量liang4 产量liang4
  露lou4面 露水 露营 露天 暴露
  落la4下 丢落la4 落叶 角落 降jiang4落
  露台 阳台 台灯 电台 平台 前台 吧台 灶台
  蒙meng3古 内蒙meng3古 蒙蒙
  模mu2样 模mu2具 模型 模式 规模
  宁ning4可 宁ning4愿 南宁 宁波 宁静 西宁 宁夏 辽宁
  喷pen4香 喷水 喷泉
  铺pu4子zi5 店铺pu4 床铺pu4 铺路 当dang4铺pu4
  强qiang3迫 勉强qiang3 加强 强大 强烈
  石dan4 宝石 岩石 石路 石板
  似的 舍she3不得de5 宿舍 舍she3弃
  省xing3 节省 省份 省道 反省xing3
  什么 帖tie1 字帖tie4 请帖tie3
  吐tu4 呕吐tu4
  系ji4 系ji4好 系ji4上shang5 系ji4安全带 系统 联系 关系xi5 没关系xi5 体系
  鲜xian3为人知 新鲜 鲜花 海鲜
  兴xing4趣 高兴xing4 感兴xing4趣 尽jin4兴xing4 兴奋 复兴 兴隆
  血压 血液 流血xue4
  压力 咽喉yan1hou2 晕yun1倒dao3 头晕yun1 晕车
  要yao1求 需要 要是 不要 想要 主要 必要 重要 只要 要yao1请
  与yu4会 参与yu4
  载zai3入 记载zai3 下载zai4 超载zai4 加载zai4 搭载zai4
  扎za1 包扎za1 挣zheng1扎zha2 扎实
  占zhan1卜bu3 占用 占线 占据
  涨zhang4红 上涨 水涨
  只zhi1 一只zhi1 两只zhi1 三只zhi1 几只zhi1 四只zhi1 五只zhi1 那只zhi1 这只zhi1 每只zhi1 只有 只要 只能 只是 只好
  作zuo1坊 工作 作业 动作 操作 作用
  朝zhao1阳 朝zhao1霞 朝向 朝北 朝南 朝代
  曾zeng1国藩 曾经 奇ji1数 奇怪 奇迹
  给ji3予yu3 供gong1给ji3 给我 给你 给您 发给 交给 打给 送给
  角jue2色 主角jue2 角度 直角 拐角 角落luo4 墙角 街角 三角
  校jiao4准 校jiao4对 学校 校园 高校
  脏zang1 肮ang1脏zang1 心脏 脏zang1衣服fu5 弄脏zang1 内脏
  观众 观察 道观guan4
  冠guan4军 皇冠 冠心病
  禁jin1不住 禁止 禁行 禁停
  几ji1乎 茶几ji1 几点 几个ge5 几号
  划hua2船 计划hua4 规划hua4 划hua4分 策划hua4 划伤
  会议 会kuai4计 机会 不会 社会 开会 会议室 等会
  和平 暖和huo5 和面huo2
  呢ne5 呢ni2绒 呢ni2子zi5
  啊a5 哈哈 圈juan4养 一圈 转zhuan4圈 圆圈
  晃huang3眼 摇晃 晃动
  哪儿er5 这儿er5 那儿er5 玩儿er5 一块儿er5 哪些 那些 这些 一些 有些 好些
  一下xia5 等一下xia5 看一下xia5 一点 一点点 一会儿er5 一直 一起 一样 一般 一定 一共 一切qie4 一半 一边 一次 一天 一年 一路 一档yi1 第一yi1 唯一yi1 统一yi1 星期一yi1 周一yi1 礼拜一yi1 一yi1月 十一yi1 一yi1号 一yi1楼 一yi1号线 之一yi1 万一yi1
  不bu4 不是 不用 不对 不会 不能 不好 不行 对不bu5起 差cha4不bu5多 是不bu5是 好不bu5好 能不bu5能 有没有 会不bu5会 要不bu5要 去不bu5去 要不 不客气 不过 不同 不错
  北京 南京 天津 广州 深圳 杭州 苏州 武汉 西安 厦men2 厦xia4门 青岛 大连 沈阳 哈尔滨 昆明 贵阳 拉萨 兰州 银川 香港 澳门 台北 东京 巴黎 伦敦 纽约 悉尼 新加坡 曼谷 首尔 六安lu4an1 番pan1禺 单shan4县 亳州 长zhang3子县 丽li4江 大栅zha4栏
  汽车 公交车 公共汽车 出租车 救护车 消防车 警车 卡车 货车 摩托车 电动车 自动驾驶 司机 乘客 行人 红灯 绿灯 黄灯 红绿灯 路口 十字路口 斑马线 人行道 车道 高速 高速公路 国道 匝道 隧道 收费站 服务区 停车场 停车位 加油站 充电桩 充电站 导航 前方 后方 左侧 右侧 限速 拥堵 施工 事故 绕行 直行 靠边 停车 刹车 加速 减速 超车 变道 并线 安全带 车窗 天窗 车门 后备箱 座椅 方向盘 雨刷 大灯 近光灯 远光灯 雾灯 后视镜 主驾 副驾 副驾驶 驾驶员 驾驶位 后排 温度 风速 风量liang4 除雾 除霜 加热 通风 按摩 氛围灯 蓝牙 屏幕 亮度 静音 音乐 歌曲qu3 歌手 电台 播放 暂停 继续 收藏 循环 随机 电话 短信 联系人 拨打 接听 挂断 续航 胎压 电池 里程 油耗 保养
  客厅 卧室 厨房 浴室 书房 餐厅 卫生间 走廊 楼梯 电梯 阳台 车库 花园 沙发 茶几ji1 电视 电视柜 冰箱 洗衣机 微波炉 烤箱 洗碗机 灯光 吊灯 落地灯 台灯 窗帘 地毯 书架 书桌 餐桌 衣柜 床头柜 枕头tou5 毛巾 牙刷 肥皂 镜子zi5 马桶 浴缸 水龙头 垃la1圾ji1 垃圾桶 扫地机器人 空气净化器 加湿器 插座 开关 机器人 智能 家居
  今天 明天 昨天 后天 前天 现在 刚才 以后 以前 最近 附近 星期 星期二 星期三 星期四 星期五 星期六 星期天 星期日 周二 周三 周四 周五 周六 周日 周末 早晨 凌晨 中午 傍晚 夜里li5 小时 分钟 秒钟 半小时 春天 夏天 秋天 冬天 晴天 阴天 多云 小雨 大雨 暴雨 雷阵雨 下雪 雾霾 台风 气温 湿度
  然后 然而 可能 马上 立刻 刚刚 大约 大概 特别 非常 十分 比较 越来越 差cha4点 请稍等 稍等 请勿 已到达 到达 出发 预计 距离 公里 前往 返回 取消 确认 设置 模式 空气 质量 打开 车速 超速 路况 电量liang4 充电 油箱 发动机 轮胎 座位 地板 天花板 屋顶
  请问 麻烦fan5 帮我 可以 没问题 知道 谢谢xie5 再见 对不bu5起 小心 注意 危险 救命 帮助 需要 应该 必须 已经 正在 将要 曾经 如果 但是 所以 因为wei4 虽然 而且 或者 以及 关于 对于 按照 根据 通过 附近 旁边 对面 之间 之前 之后 以内 以外 左右 上下 里外 苹果 香蕉 橙子zi5 牛奶 面包 鸡蛋 米饭 面条 咖啡 茶叶 果汁 啤酒 医院 学校 商场 超市 酒店 宾馆 餐馆 机场 火车站 车站 公园 图书馆 博物馆 电影院 体育馆 警察 护士 老师 律师 工程师 经理 服务员 顾客 客人 老人 年轻人 邻居 同事 同学 家人
  摄氏度 华氏度 车牌 水果 列车 航站楼 音乐yue4会 接口 调tiao2到 充满 没电 城市 小区 门口 出口 入口 路段 打电话 手电筒 客人
  号hao4楼 号hao4线 手机 电脑 网络 密码 用户 软件 公司 问题 情况 方法 办法 结果 原因 计划hua4 目标 项目 文件 报告 新闻 故事shi5 笑话hua5 天空 太阳 月亮liang5 海洋 山谷 河流 森林 草地 树木 花朵 动物 小猫 小狗 鸟儿 风吹 雨水 阳光
  """
