/// Common words in ARPAbet with stress (0 none, 1 primary, 2 secondary), General American.
let englishPronunciations = """
  a AH0
  able EY1 B AH0 L
  about AH0 B AW1 T
  above AH0 B AH1 V
  accident AE1 K S AH0 D AH0 N T
  across AH0 K R AO1 S
  active AE1 K T IH0 V
  add AE1 D
  address AE1 D R EH2 S
  after AE1 F T ER0
  afternoon AE2 F T ER0 N UW1 N
  again AH0 G EH1 N
  against AH0 G EH1 N S T
  ago AH0 G OW1
  ahead AH0 HH EH1 D
  air EH1 R
  airport EH1 R P AO2 R T
  alarm AH0 L AA1 R M
  album AE1 L B AH0 M
  alice AE1 L AH0 S
  all AO1 L
  almost AO1 L M OW2 S T
  alone AH0 L OW1 N
  along AH0 L AO1 NG
  already AO0 L R EH1 D IY0
  also AO1 L S OW0
  always AO1 L W EY2 Z
  am AE1 M
  ambulance AE1 M B Y AH0 L AH0 N S
  america AH0 M EH1 R AH0 K AH0
  american AH0 M EH1 R AH0 K AH0 N
  an AE1 N
  and AH0 N D
  animal AE1 N AH0 M AH0 L
  anna AE1 N AH0
  another AH0 N AH1 DH ER0
  answer AE1 N S ER0
  any EH1 N IY0
  anything EH1 N IY0 TH IH2 NG
  apartment AH0 P AA1 R T M AH0 N T
  apple AE1 P AH0 L
  april EY1 P R AH0 L
  are AA1 R
  area EH1 R IY0 AH0
  aren't AA1 R AH0 N T
  arm AA1 R M
  around ER0 AW1 N D
  arrive ER0 AY1 V
  article AA1 R T AH0 K AH0 L
  as AE1 Z
  ask AE1 S K
  assistant AH0 S IH1 S T AH0 N T
  at AE1 T
  august AO1 G AH0 S T
  auto AO1 T OW0
  automatic AO2 T AH0 M AE1 T IH0 K
  available AH0 V EY1 L AH0 B AH0 L
  avenue AE1 V AH0 N UW2
  away AH0 W EY1
  baby B EY1 B IY0
  back B AE1 K
  bad B AE1 D
  bag B AE1 G
  balcony B AE1 L K AH0 N IY0
  ball B AO1 L
  bank B AE1 NG K
  bar B AA1 R
  basket B AE1 S K AH0 T
  bath B AE1 TH
  bathroom B AE1 TH R UW2 M
  battery B AE1 T ER0 IY0
  be B IY1
  beach B IY1 CH
  bear B EH1 R
  beautiful B Y UW1 T AH0 F AH0 L
  because B IH0 K AO1 Z
  bed B EH1 D
  bedroom B EH1 D R UW2 M
  been B IH1 N
  before B IH0 F AO1 R
  begin B IH0 G IH1 N
  behind B IH0 HH AY1 N D
  beijing B EY1 JH IH1 NG
  being B IY1 IH0 NG
  bell B EH1 L
  below B IH0 L OW1
  beside B IH0 S AY1 D
  best B EH1 S T
  better B EH1 T ER0
  between B IH0 T W IY1 N
  bicycle B AY1 S IH0 K AH0 L
  big B IH1 G
  billion B IH1 L Y AH0 N
  bird B ER1 D
  black B L AE1 K
  blanket B L AE1 NG K AH0 T
  blood B L AH1 D
  blue B L UW1
  board B AO1 R D
  body B AA1 D IY0
  book B UH1 K
  boston B AO1 S T AH0 N
  both B OW1 TH
  bottle B AA1 T AH0 L
  bottom B AA1 T AH0 M
  bought B AO1 T
  box B AA1 K S
  boy B OY1
  brake B R EY1 K
  bread B R EH1 D
  break B R EY1 K
  bridge B R IH1 JH
  bright B R AY1 T
  brightness B R AY1 T N AH0 S
  bring B R IH1 NG
  broken B R OW1 K AH0 N
  brother B R AH1 DH ER0
  brought B R AO1 T
  brown B R AW1 N
  build B IH1 L D
  building B IH1 L D IH0 NG
  bus B AH1 S
  business B IH1 Z N AH0 S
  busy B IH1 Z IY0
  but B AH1 T
  button B AH1 T AH0 N
  buy B AY1
  by B AY1
  cabinet K AE1 B AH0 N AH0 T
  california K AE2 L AH0 F AO1 R N Y AH0
  call K AO1 L
  camera K AE1 M ER0 AH0
  can K AE1 N
  can't K AE1 N T
  cannot K AE1 N AA0 T
  car K AA1 R
  card K AA1 R D
  care K EH1 R
  carpet K AA1 R P AH0 T
  carry K AE1 R IY0
  cat K AE1 T
  caught K AO1 T
  celsius S EH1 L S IY0 AH0 S
  cent S EH1 N T
  center S EH1 N T ER0
  centimeter S EH1 N T AH0 M IY2 T ER0
  central S EH1 N T R AH0 L
  cetera S EH1 T ER0 AH0
  chair CH EH1 R
  change CH EY1 N JH
  charge CH AA1 R JH
  charger CH AA1 R JH ER0
  charging CH AA1 R JH IH0 NG
  charles CH AA1 R L Z
  check CH EH1 K
  chicago SH AH0 K AA1 G OW2
  child CH AY1 L D
  children CH IH1 L D R AH0 N
  china CH AY1 N AH0
  chinese CH AY0 N IY1 Z
  choose CH UW1 Z
  city S IH1 T IY0
  class K L AE1 S
  classical K L AE1 S IH0 K AH0 L
  clean K L IY1 N
  clear K L IH1 R
  clock K L AA1 K
  close K L OW1 Z
  closed K L OW1 Z D
  clothes K L OW1 Z
  cloud K L AW1 D
  cloudy K L AW1 D IY0
  coffee K AO1 F IY0
  cold K OW1 L D
  color K AH1 L ER0
  colour K AH1 L ER0
  come K AH1 M
  coming K AH1 M IH0 NG
  company K AH1 M P AH0 N IY0
  computer K AH0 M P Y UW1 T ER0
  conditioner K AH0 N D IH1 SH AH0 N ER0
  conditioning K AH0 N D IH1 SH AH0 N IH0 NG
  contact K AA1 N T AE2 K T
  control K AH0 N T R OW1 L
  cook K UH1 K
  cool K UW1 L
  corner K AO1 R N ER0
  couch K AW1 CH
  could K UH1 D
  couldn't K UH1 D AH0 N T
  country K AH1 N T R IY0
  couple K AH1 P AH0 L
  course K AO1 R S
  cover K AH1 V ER0
  cross K R AO1 S
  crossing K R AO1 S IH0 NG
  cruise K R UW1 Z
  cup K AH1 P
  current K ER1 AH0 N T
  curtain K ER1 T AH0 N
  customer K AH1 S T AH0 M ER0
  cut K AH1 T
  cyclist S AY1 K L IH0 S T
  danger D EY1 N JH ER0
  dangerous D EY1 N JH ER0 AH0 S
  dark D AA1 R K
  date D EY1 T
  daughter D AO1 T ER0
  david D EY1 V AH0 D
  davis D EY1 V AH0 S
  day D EY1
  dead D EH1 D
  deal D IY1 L
  december D IH0 S EH1 M B ER0
  decibel D EH1 S AH0 B EH2 L
  degree D IH0 G R IY1
  desk D EH1 S K
  did D IH1 D
  didn't D IH1 D AH0 N T
  different D IH1 F R AH0 N T
  dining D AY1 N IH0 NG
  dinner D IH1 N ER0
  direction D ER0 EH1 K SH AH0 N
  dirty D ER1 T IY0
  dish D IH1 SH
  dishwasher D IH1 SH W AA2 SH ER0
  distance D IH1 S T AH0 N S
  do D UW1
  doctor D AA1 K T ER0
  does D AH1 Z
  doesn't D AH1 Z AH0 N T
  dog D AO1 G
  dollar D AA1 L ER0
  don't D OW1 N T
  done D AH1 N
  door D AO1 R
  dot D AA1 T
  double D AH1 B AH0 L
  down D AW1 N
  downstairs D AW1 N S T EH1 R Z
  drawer D R AO1 R
  drink D R IH1 NG K
  drive D R AY1 V
  driver D R AY1 V ER0
  driving D R AY1 V IH0 NG
  dry D R AY1
  during D UH1 R IH0 NG
  each IY1 CH
  early ER1 L IY0
  earth ER1 TH
  east IY1 S T
  easy IY1 Z IY0
  eat IY1 T
  eight EY1 T
  eighteen EY0 T IY1 N
  eighteenth EY0 T IY1 N TH
  eighth EY1 TH
  eighty EY1 T IY0
  either IY1 DH ER0
  electric IH0 L EH1 K T R IH0 K
  electronic IH0 L EH2 K T R AA1 N IH0 K
  eleven IH0 L EH1 V AH0 N
  else EH1 L S
  emergency IH0 M ER1 JH AH0 N S IY0
  emma EH1 M AH0
  end EH1 N D
  engine EH1 N JH AH0 N
  english IH1 NG G L IH0 SH
  enough IH0 N AH1 F
  equals IY1 K W AH0 L Z
  et EH1 T
  euro Y UH1 R OW0
  europe Y UH1 R AH0 P
  even IY1 V AH0 N
  evening IY1 V N IH0 NG
  eventually IH0 V EH1 N CH UW0 AH0 L IY0
  ever EH1 V ER0
  every EH1 V R IY0
  everyone EH1 V R IY0 W AH2 N
  everything EH1 V R IY0 TH IH2 NG
  example IH0 G Z AE1 M P AH0 L
  exit EH1 G Z AH0 T
  express IH0 K S P R EH1 S
  eye AY1
  eyes AY1 Z
  face F EY1 S
  fahrenheit F EH1 R AH0 N HH AY2 T
  fall F AO1 L
  family F AE1 M AH0 L IY0
  fan F AE1 N
  far F AA1 R
  fast F AE1 S T
  faster F AE1 S T ER0
  father F AA1 DH ER0
  february F EH1 B Y AH0 W EH2 R IY0
  feel F IY1 L
  feet F IY1 T
  few F Y UW1
  fi F AY1
  fifteen F IH0 F T IY1 N
  fifth F IH1 F TH
  fifty F IH1 F T IY0
  fight F AY1 T
  fill F IH1 L
  final F AY1 N AH0 L
  find F AY1 N D
  fine F AY1 N
  fire F AY1 ER0
  first F ER1 S T
  fish F IH1 SH
  five F AY1 V
  flat F L AE1 T
  flight F L AY1 T
  flood F L AH1 D
  floor F L AO1 R
  flower F L AW1 ER0
  fog F AO1 G
  follow F AA1 L OW0
  food F UW1 D
  foot F UH1 T
  for F AO1 R
  forest F AO1 R AH0 S T
  forty F AO1 R T IY0
  forward F AO1 R W ER0 D
  four F AO1 R
  fourteen F AO0 R T IY1 N
  fourth F AO1 R TH
  free F R IY1
  fresh F R EH1 SH
  friday F R AY1 D EY2
  friend F R EH1 N D
  from F R AH1 M
  front F R AH1 N T
  full F UH1 L
  garage G ER0 AA1 ZH
  garden G AA1 R D AH0 N
  gas G AE1 S
  gave G EY1 V
  george JH AO1 R JH
  get G EH1 T
  girl G ER1 L
  give G IH1 V
  glass G L AE1 S
  go G OW1
  goes G OW1 Z
  going G OW1 IH0 NG
  gold G OW1 L D
  gone G AO1 N
  good G UH1 D
  got G AA1 T
  gram G R AE1 M
  gray G R EY1
  great G R EY1 T
  green G R IY1 N
  grey G R EY1
  ground G R AW1 N D
  group G R UW1 P
  had HH AE1 D
  half HH AE1 F
  hall HH AO1 L
  hand HH AE1 N D
  happen HH AE1 P AH0 N
  happy HH AE1 P IY0
  hard HH AA1 R D
  has HH AE1 Z
  hasn't HH AE1 Z AH0 N T
  have HH AE1 V
  haven't HH AE1 V AH0 N T
  he HH IY1
  he's HH IY1 Z
  head HH EH1 D
  headlight HH EH1 D L AY2 T
  hear HH IH1 R
  heart HH AA1 R T
  heat HH IY1 T
  heater HH IY1 T ER0
  heavy HH EH1 V IY0
  hello HH AH0 L OW1
  help HH EH1 L P
  her HH ER1
  here HH IH1 R
  hertz HH ER1 T S
  hey HH EY1
  high HH AY1
  highway HH AY1 W EY2
  him HH IH1 M
  his HH IH1 Z
  hmm HH AH1 M
  hold HH OW1 L D
  home HH OW1 M
  honest AA1 N AH0 S T
  hospital HH AA1 S P IH2 T AH0 L
  hot HH AA1 T
  hotel HH OW0 T EH1 L
  hour AW1 ER0
  house HH AW1 S
  how HH AW1
  huh HH AH1
  hundred HH AH1 N D R AH0 D
  i AY1
  i'd AY1 D
  i'll AY1 L
  i'm AY1 M
  i've AY1 V
  ice AY1 S
  if IH1 F
  important IH0 M P AO1 R T AH0 N T
  in IH1 N
  information IH2 N F ER0 M EY1 SH AH0 N
  inside IH0 N S AY1 D
  into IH1 N T UW0
  iron AY1 ER0 N
  is IH1 Z
  island AY1 L AH0 N D
  isn't IH1 Z AH0 N T
  it IH1 T
  it's IH1 T S
  its IH1 T S
  james JH EY1 M Z
  january JH AE1 N Y UW0 EH2 R IY0
  jazz JH AE1 Z
  job JH AA1 B
  john JH AA1 N
  johnson JH AA1 N S AH0 N
  joseph JH OW1 S AH0 F
  july JH UH0 L AY1
  june JH UW1 N
  just JH AH1 S T
  keep K IY1 P
  key K IY1
  kilogram K IH1 L AH0 G R AE2 M
  kilometer K AH0 L AA1 M AH0 T ER0
  kilowatt K IH1 L AH0 W AA2 T
  kind K AY1 N D
  kitchen K IH1 CH AH0 N
  knife N AY1 F
  know N OW1
  lady L EY1 D IY0
  lake L EY1 K
  lamp L AE1 M P
  lane L EY1 N
  large L AA1 R JH
  last L AE1 S T
  late L EY1 T
  later L EY1 T ER0
  laugh L AE1 F
  laundry L AO1 N D R IY0
  laura L AO1 R AH0
  leave L IY1 V
  left L EH1 F T
  leg L EH1 G
  let L EH1 T
  let's L EH1 T S
  letter L EH1 T ER0
  level L EH1 V AH0 L
  library L AY1 B R EH2 R IY0
  lidar L AY1 D AA2 R
  life L AY1 F
  light L AY1 T
  like L AY1 K
  limit L IH1 M AH0 T
  linda L IH1 N D AH0
  line L AY1 N
  list L IH1 S T
  listen L IH1 S AH0 N
  liter L IY1 T ER0
  little L IH1 T AH0 L
  live L IH1 V
  living L IH1 V IH0 NG
  lock L AA1 K
  london L AH1 N D AH0 N
  long L AO1 NG
  look L UH1 K
  lose L UW1 Z
  lost L AO1 S T
  lot L AA1 T
  loud L AW1 D
  love L AH1 V
  low L OW1
  lower L OW1 ER0
  machine M AH0 SH IY1 N
  made M EY1 D
  main M EY1 N
  make M EY1 K
  making M EY1 K IH0 NG
  man M AE1 N
  many M EH1 N IY0
  map M AE1 P
  march M AA1 R CH
  market M AA1 R K AH0 T
  mary M EH1 R IY0
  may M EY1
  maybe M EY1 B IY0
  me M IY1
  mean M IY1 N
  meeting M IY1 T IH0 NG
  men M EH1 N
  merge M ER1 JH
  message M EH1 S AH0 JH
  meter M IY1 T ER0
  michael M AY1 K AH0 L
  microwave M AY1 K R AH0 W EY2 V
  middle M IH1 D AH0 L
  might M AY1 T
  mile M AY1 L
  milk M IH1 L K
  mille M IH1 L
  millimeter M IH1 L AH0 M IY2 T ER0
  million M IH1 L Y AH0 N
  mind M AY1 N D
  mine M AY1 N
  minus M AY1 N AH0 S
  minute M IH1 N AH0 T
  minutes M IH1 N AH0 T S
  mirror M IH1 R ER0
  miss M IH1 S
  missus M IH1 S AH0 Z
  mister M IH1 S T ER0
  miz M IH1 Z
  mode M OW1 D
  moment M OW1 M AH0 N T
  monday M AH1 N D EY2
  money M AH1 N IY0
  month M AH1 N TH
  moon M UW1 N
  more M AO1 R
  morning M AO1 R N IH0 NG
  most M OW1 S T
  mother M AH1 DH ER0
  motor M OW1 T ER0
  motorcycle M OW1 T ER0 S AY2 K AH0 L
  mountain M AW1 N T AH0 N
  mouth M AW1 TH
  move M UW1 V
  movie M UW1 V IY0
  much M AH1 CH
  museum M Y UW0 Z IY1 AH0 M
  music M Y UW1 Z IH0 K
  must M AH1 S T
  my M AY1
  name N EY1 M
  nasa N AE1 S AH0
  navigate N AE1 V AH0 G EY2 T
  navigation N AE2 V AH0 G EY1 SH AH0 N
  near N IH1 R
  nearest N IH1 R AH0 S T
  need N IY1 D
  never N EH1 V ER0
  new N UW1
  news N UW1 Z
  next N EH1 K S T
  nice N AY1 S
  night N AY1 T
  nine N AY1 N
  nineteen N AY1 N T IY1 N
  nineties N AY1 N T IY0 Z
  ninety N AY1 N T IY0
  ninth N AY1 N TH
  no N OW1
  noise N OY1 Z
  none N AH1 N
  noon N UW1 N
  north N AO1 R TH
  not N AA1 T
  note N OW1 T
  nothing N AH1 TH IH0 NG
  november N OW0 V EH1 M B ER0
  now N AW1
  number N AH1 M B ER0
  o'clock AH0 K L AA1 K
  oak OW1 K
  ocean OW1 SH AH0 N
  october AA0 K T OW1 B ER0
  of AH1 V
  off AO1 F
  office AO1 F AH0 S
  often AO1 F AH0 N
  oh OW1
  oil OY1 L
  okay OW2 K EY1
  old OW1 L D
  on AA1 N
  once W AH1 N S
  one W AH1 N
  only OW1 N L IY0
  onto AA1 N T UW0
  open OW1 P AH0 N
  or AO1 R
  orange AO1 R AH0 N JH
  order AO1 R D ER0
  other AH1 DH ER0
  our AW1 ER0
  out AW1 T
  outside AW1 T S AY1 D
  oven AH1 V AH0 N
  over OW1 V ER0
  own OW1 N
  page P EY1 JH
  paper P EY1 P ER0
  paris P EH1 R AH0 S
  park P AA1 R K
  parking P AA1 R K IH0 NG
  part P AA1 R T
  pass P AE1 S
  passenger P AE1 S AH0 N JH ER0
  paul P AO1 L
  pay P EY1
  pedestrian P AH0 D EH1 S T R IY0 AH0 N
  pence P EH1 N S
  penny P EH1 N IY0
  people P IY1 P AH0 L
  per P ER1
  percent P ER0 S EH1 N T
  person P ER1 S AH0 N
  peter P IY1 T ER0
  phone F OW1 N
  piano P IY0 AE1 N OW0
  picture P IH1 K CH ER0
  piece P IY1 S
  pillow P IH1 L OW0
  place P L EY1 S
  plan P L AE1 N
  plane P L EY1 N
  plant P L AE1 N T
  plate P L EY1 T
  play P L EY1
  please P L IY1 Z
  plus P L AH1 S
  point P OY1 N T
  police P AH0 L IY1 S
  pong P AO1 NG
  pound P AW1 N D
  power P AW1 ER0
  pressure P R EH1 SH ER0
  pretty P R IH1 T IY0
  price P R AY1 S
  problem P R AA1 B L AH0 M
  professor P R AH0 F EH1 S ER0
  pull P UH1 L
  push P UH1 SH
  put P UH1 T
  quarter K W AO1 R T ER0
  question K W EH1 S CH AH0 N
  quick K W IH1 K
  quiet K W AY1 AH0 T
  quite K W AY1 T
  radar R EY1 D AA2 R
  radio R EY1 D IY0 OW2
  rain R EY1 N
  range R EY1 N JH
  rather R AE1 DH ER0
  read R IY1 D
  ready R EH1 D IY0
  really R IH1 L IY0
  rear R IH1 R
  recipe R EH1 S AH0 P IY0
  red R EH1 D
  refrigerator R AH0 F R IH1 JH ER0 EY2 T ER0
  remember R IH0 M EH1 M B ER0
  reminder R IY0 M AY1 N D ER0
  remote R IH0 M OW1 T
  restaurant R EH1 S T ER0 AA2 N T
  return R IH0 T ER1 N
  right R AY1 T
  ring R IH1 NG
  river R IH1 V ER0
  road R OW1 D
  robert R AA1 B ER0 T
  robot R OW1 B AA2 T
  rock R AA1 K
  roof R UW1 F
  room R UW1 M
  rough R AH1 F
  round R AW1 N D
  route R UW1 T
  run R AH1 N
  safe S EY1 F
  said S EH1 D
  saint S EY1 N T
  same S EY1 M
  sarah S EH1 R AH0
  saturday S AE1 T ER0 D EY2
  save S EY1 V
  saw S AO1
  say S EY1
  says S EH1 Z
  schedule S K EH1 JH UH0 L
  school S K UW1 L
  screen S K R IY1 N
  sea S IY1
  search S ER1 CH
  seat S IY1 T
  seattle S IY0 AE1 T AH0 L
  second S EH1 K AH0 N D
  see S IY1
  seem S IY1 M
  send S EH1 N D
  september S EH0 P T EH1 M B ER0
  service S ER1 V AH0 S
  set S EH1 T
  setting S EH1 T IH0 NG
  seven S EH1 V AH0 N
  seventeen S EH1 V AH0 N T IY1 N
  seventh S EH1 V AH0 N TH
  seventy S EH1 V AH0 N T IY0
  several S EH1 V R AH0 L
  shanghai SH AE1 NG HH AY1
  she SH IY1
  shelf SH EH1 L F
  shoe SH UW1
  shop SH AA1 P
  short SH AO1 R T
  should SH UH1 D
  shouldn't SH UH1 D AH0 N T
  show SH OW1
  shower SH AW1 ER0
  side S AY1 D
  sign S AY1 N
  signal S IH1 G N AH0 L
  since S IH1 N S
  sing S IH1 NG
  sink S IH1 NG K
  siren S AY1 R AH0 N
  sister S IH1 S T ER0
  sit S IH1 T
  six S IH1 K S
  sixteen S IH0 K S T IY1 N
  sixth S IH1 K S TH
  sixty S IH1 K S T IY0
  sky S K AY1
  slash S L AE1 SH
  sleep S L IY1 P
  slow S L OW1
  slower S L OW1 ER0
  small S M AO1 L
  smart S M AA1 R T
  smith S M IH1 TH
  snow S N OW1
  so S OW1
  social S OW1 SH AH0 L
  sofa S OW1 F AH0
  some S AH1 M
  someone S AH1 M W AH2 N
  something S AH1 M TH IH0 NG
  sometimes S AH1 M T AY2 M Z
  song S AO1 NG
  soon S UW1 N
  sorry S AA1 R IY0
  sound S AW1 N D
  south S AW1 TH
  space S P EY1 S
  speak S P IY1 K
  speaker S P IY1 K ER0
  special S P EH1 SH AH0 L
  speed S P IY1 D
  spring S P R IH1 NG
  square S K W EH1 R
  squared S K W EH1 R D
  stairs S T EH1 R Z
  stand S T AE1 N D
  star S T AA1 R
  start S T AA1 R T
  station S T EY1 SH AH0 N
  stay S T EY1
  steering S T IH1 R IH0 NG
  still S T IH1 L
  stop S T AA1 P
  store S T AO1 R
  story S T AO1 R IY0
  straight S T R EY1 T
  street S T R IY1 T
  strong S T R AO1 NG
  study S T AH1 D IY0
  such S AH1 CH
  sugar SH UH1 G ER0
  summer S AH1 M ER0
  sun S AH1 N
  sunday S AH1 N D EY2
  sunny S AH1 N IY0
  sunroof S AH1 N R UW2 F
  supermarket S UW1 P ER0 M AA2 R K AH0 T
  sure SH UH1 R
  susan S UW1 Z AH0 N
  switch S W IH1 CH
  system S IH1 S T AH0 M
  table T EY1 B AH0 L
  take T EY1 K
  talk T AO1 K
  tank T AE1 NG K
  taxi T AE1 K S IY0
  tea T IY1
  telephone T EH1 L AH0 F OW2 N
  television T EH1 L AH0 V IH2 ZH AH0 N
  tell T EH1 L
  temperature T EH1 M P R AH0 CH ER0
  ten T EH1 N
  tenth T EH1 N TH
  texas T EH1 K S AH0 S
  than DH AE1 N
  thank TH AE1 NG K
  thanks TH AE1 NG K S
  that DH AE1 T
  that's DH AE1 T S
  the DH AH0
  their DH EH1 R
  them DH EH1 M
  then DH EH1 N
  there DH EH1 R
  there's DH EH1 R Z
  these DH IY1 Z
  they DH EY1
  they're DH EH1 R
  thing TH IH1 NG
  think TH IH1 NG K
  third TH ER1 D
  thirteen TH ER1 T IY1 N
  thirty TH ER1 T IY0
  this DH IH1 S
  thomas T AA1 M AH0 S
  those DH OW1 Z
  though DH OW1
  thought TH AO1 T
  thousand TH AW1 Z AH0 N D
  three TH R IY1
  through TH R UW1
  thursday TH ER1 Z D EY2
  time T AY1 M
  times T AY1 M Z
  tire T AY1 ER0
  to T UW1
  today T AH0 D EY1
  together T AH0 G EH1 DH ER0
  toilet T OY1 L AH0 T
  tomorrow T AH0 M AA1 R OW2
  tonight T AH0 N AY1 T
  too T UW1
  top T AA1 P
  touch T AH1 CH
  tough T AH1 F
  toward T AH0 W AO1 R D
  towel T AW1 AH0 L
  town T AW1 N
  toy T OY1
  traffic T R AE1 F IH0 K
  train T R EY1 N
  tree T R IY1
  trillion T R IH1 L Y AH0 N
  trip T R IH1 P
  truck T R AH1 K
  trunk T R AH1 NG K
  try T R AY1
  tuesday T UW1 Z D EY2
  tunnel T AH1 N AH0 L
  turn T ER1 N
  twelfth T W EH1 L F TH
  twelve T W EH1 L V
  twenty T W EH1 N T IY0
  two T UW1
  tyre T AY1 ER0
  uh AH1
  um AH1 M
  umbrella AH0 M B R EH1 L AH0
  uncle AH1 NG K AH0 L
  under AH1 N D ER0
  unlock AH0 N L AA1 K
  until AH0 N T IH1 L
  up AH1 P
  upstairs AH0 P S T EH1 R Z
  us AH1 S
  use Y UW1 Z
  used Y UW1 Z D
  usually Y UW1 ZH AH0 W AH0 L IY0
  vacuum V AE1 K Y UW0 M
  vehicle V IY1 HH IH0 K AH0 L
  versus V ER1 S AH0 S
  very V EH1 R IY0
  video V IH1 D IY0 OW2
  view V Y UW1
  village V IH1 L AH0 JH
  voice V OY1 S
  volume V AA1 L Y UW0 M
  wait W EY1 T
  wake W EY1 K
  walk W AO1 K
  wall W AO1 L
  want W AA1 N T
  wardrobe W AO1 R D R OW2 B
  warm W AO1 R M
  warmer W AO1 R M ER0
  warning W AO1 R N IH0 NG
  was W AA1 Z
  wash W AA1 SH
  washing W AA1 SH IH0 NG
  wasn't W AA1 Z AH0 N T
  watch W AA1 CH
  water W AO1 T ER0
  watt W AA1 T
  way W EY1
  we W IY1
  we'll W IY1 L
  we're W IH1 R
  we've W IY1 V
  wear W EH1 R
  weather W EH1 DH ER0
  wednesday W EH1 N Z D EY2
  week W IY1 K
  weekend W IY1 K EH2 N D
  welcome W EH1 L K AH0 M
  well W EH1 L
  went W EH1 N T
  were W ER1
  west W EH1 S T
  wet W EH1 T
  what W AH1 T
  what's W AH1 T S
  wheel W IY1 L
  when W EH1 N
  where W EH1 R
  where's W EH1 R Z
  which W IH1 CH
  while W AY1 L
  white W AY1 T
  who HH UW1
  whole HH OW1 L
  whose HH UW1 Z
  why W AY1
  wi W AY1
  wide W AY1 D
  wifi W AY1 F AY2
  will W IH1 L
  william W IH1 L Y AH0 M
  wilson W IH1 L S AH0 N
  wind W IH1 N D
  window W IH1 N D OW0
  windy W IH1 N D IY0
  winter W IH1 N T ER0
  wiper W AY1 P ER0
  with W IH1 DH
  within W IH0 DH IH1 N
  without W IH0 DH AW1 T
  woman W UH1 M AH0 N
  women W IH1 M AH0 N
  won't W OW1 N T
  wonder W AH1 N D ER0
  wood W UH1 D
  wooden W UH1 D AH0 N
  word W ER1 D
  work W ER1 K
  working W ER1 K IH0 NG
  world W ER1 L D
  would W UH1 D
  wouldn't W UH1 D AH0 N T
  wow W AW1
  wrong R AO1 NG
  yeah Y AE1
  year Y IH1 R
  yellow Y EH1 L OW0
  yes Y EH1 S
  yesterday Y EH1 S T ER0 D EY2
  yet Y EH1 T
  you Y UW1
  you'll Y UW1 L
  you're Y UH1 R
  you've Y UW1 V
  young Y AH1 NG
  your Y AO1 R
  yuan Y UW0 AA1 N
  zero Z IH1 R OW0
  zone Z OW1 N
  """
