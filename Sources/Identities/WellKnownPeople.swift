/// Names that readers would take for someone they have heard of; no record bears one.
enum WellKnownPeople {
  static func contains(_ name: PersonName) -> Bool {
    if names.contains(name.full) { return true }
    // Any given name with any surname: María Carmen García López is also Carmen López.
    return name.given.text.split(separator: " ").contains { given in
      [name.surname.text, name.middle?.text ?? ""].contains { names.contains("\(given) \($0)") }
    }
  }

  static let names = Set(chinese.split(whereSeparator: \.isWhitespace).map(String.init)).union(
    others.split { $0 == "," || $0 == "\n" }.map(String.init))

  private static let chinese = """
    王菲 李娜 刘翔 姚明 马云 马化腾 李彦宏 雷军 任正非 刘强东 王健林 许家印 董明珠 成龙 李小龙 李连杰 刘德华 张学友 郭富城 黎明
    周杰伦 林俊杰 王力宏 陈奕迅 邓超 孙俪 杨幂 赵薇 范冰冰 章子怡 巩俐 周迅 徐静蕾 黄晓明 胡歌 王宝强 黄渤 徐峥 沈腾 马丽 贾玲
    易烊千玺 王俊凯 王源 肖战 王一博 李现 杨洋 张艺谋 陈凯歌 冯小刚 莫言 余华 刘慈欣 韩寒 郭敬明 鲁迅 张爱玲 林徽因 徐志摩 钱学森
    袁隆平 钟南山 屠呦呦 杨利伟 王亚平 聂海胜 孙杨 林丹 马龙 张继科 丁宁 郎平 朱婷 谷爱凌 苏炳添 全红婵 樊振东 武磊 易建联 张伟丽
    李宁 王楠 邓亚萍 李白 杜甫 白居易 苏轼 李清照 王维 孔子 孟子 曹操 刘备 关羽 张飞 诸葛亮 孙权 赵云 周瑜 林黛玉 贾宝玉 秦始皇
    孙中山 毛泽东 周恩来 邓小平 江泽民 胡锦涛 温家宝 习近平 李克强 李强 朱镕基 刘少奇 朱德 林彪 蒋介石 宋庆龄 李鹏 王岐山
    """

  private static let others = """
    James Brown,Robert Johnson,Michael Jackson,Michael Jordan,George Washington,Thomas Jefferson,John Adams,James Madison
    Andrew Jackson,John Kennedy,Robert Kennedy,Lyndon Johnson,Richard Nixon,Gerald Ford,Jimmy Carter,Ronald Reagan,George Bush
    William Clinton,Barack Obama,Donald Trump,Joseph Biden,Kamala Harris,Michelle Obama,Hillary Clinton,Jennifer Lopez
    Jennifer Lawrence,Jennifer Aniston,Robert Downey,Morgan Freeman,Samuel Jackson,Matthew Perry,Will Smith,William Smith
    Elizabeth Taylor,Taylor Swift,Katy Perry,Tyler Perry,Kelly Clarkson,Justin Timberlake,Justin Bieber,Christopher Nolan
    Oprah Winfrey,Stephen King,Mark Twain,Edgar Poe,Emily Dickinson,Harper Lee,Elvis Presley,Johnny Cash,Frank Sinatra
    Louis Armstrong,Neil Armstrong,Tiger Woods,Serena Williams,Venus Williams,Robin Williams,Hank Williams,LeBron James
    Michael Tyson,Michael Phelps,Stephen Curry,James Harden,Kevin Durant,Anthony Davis,Tom Brady,Jackie Robinson,Jackie Chan
    Bruce Lee,Robert Lee,Rosa Parks,Martin King,Malcolm Little,Helen Keller,Walter Disney,Henry Ford,Steve Jobs,William Gates
    Mark Zuckerberg,Elon Musk,Jeffrey Bezos,Warren Buffett,Timothy Cook,James Cook,James Cameron,George Lucas,Steven Spielberg
    Ethan Hunt,James Bond,Sean Connery,Emma Watson,Emma Stone,Scarlett Johansson,Olivia Rodrigo,Ava Gardner,Grace Kelly
    Angela Davis,Angela Merkel,Susan Anthony,Betty White,Barbara Walters,Barbara Bush,Judy Garland,Jessica Simpson,Ashley Olsen
    佐藤 健,鈴木 一郎,渡辺 謙,高橋 大輔,安倍 晋三,山中 伸弥,村上 春樹,大谷 翔平,羽生 結弦,石川 遼,松田 聖子,池田 大作
    김연아,이병헌,이재용,손흥민,박지성,김정은,이승만,박정희,이명박,박근혜,문재인,윤석열,이재명,이민호,김수현,송혜교,전지현,이정재
    Thomas Müller,Gerhard Schröder,Helmut Schmidt,Michael Schumacher,Ralf Schumacher,Heidi Klum,Boris Becker
    Steffi Graf,Manuel Neuer,Toni Kroos,Franz Beckenbauer,Karl Marx,Albert Einstein,Nicolas Sarkozy,François Mitterrand
    Emmanuel Macron,Thierry Henry,Antoine Griezmann,Victor Hugo,Sophie Marceau,Laurent Blanc,Claude Simon,Paul Simon,Carla Bruni
    Pedro Sánchez Pérez,Rafael Nadal,Fernando Alonso,Sergio Ramos,Pablo Iglesias,Antonio Banderas,Julio Iglesias,Enrique Iglesias
    Sergio García,Pablo Ruiz,Carlos Moya,Marco Rossi,Valentino Rossi,Vasco Rossi,Paolo Rossi,Giuseppe Conte,Paolo Conte,Lino Banfi
    Enzo Ferrari,Mario Monti,Silvio Berlusconi,Sophia Loren,Luiz Silva,Anderson Silva,Ayrton Senna,Jair Bolsonaro,Dilma Rousseff
    Rodrigo Santos,Gabriel Jesus,Александр Пушкин,Лев Толстой,Михаил Горбачёв,Владимир Путин,Борис Ельцин,Юрий Гагарин
    Валентина Терешкова,Анна Ахматова,Дмитрий Медведев,Сергей Королёв,Виктор Орлов,Никита Михалков,Алексей Навальный,Евгений Петров
    """
}
