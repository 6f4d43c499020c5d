import { bare, readings } from './password-readings'

/**
 * What many people take for a password, before the figures and signs that a rule makes them add; without accents, by
 * alphabet. The world's, and those of Vietnamese keyboards: words of love, places of the province, offices, names.
 */
const COMMON = new Set(
  `
aaa aaaa aaaaa aaaaaa aaaaaaaa abc abcabc abcd abcde abcdef abcdefg abcdefgh abcxyz access account accounts acquy
admin adminadmin administrator agribank ahihi ahuhu alo aloalo alobaby anchoi anchoikhongso andrew android angel
angels angi angiang angiday anhiuem anhnhoem anhxinloi anhyeu anhyeuem anlanh annhien antoi apple april arsenal asdasd
asdf asdfasdf asdfgh asdfghjkl asdqwe ashley august autumn baby babyboy babygirl bacbo bacgiang bachodep backan backup
baclan baclieu bacninh bacsi badao baho baitap banana banbe bancu banhmi banthan bantre barcelona baria baseball
basketball batman bear beautiful beckham becung beiu benhvien bentre beyeu beyeucuaba beyeucuame bidv bieber bienhoa
billing bimat bimatnhe bimatquocgia binhan binhdinh binhduong binhthuan binhyen bithu black blackpink blink blue bobo
bodoi bome bongda bongdavietnam bonghong bonoivu boss boyeu bts bunbo buonmathuot buonngu buonqua buonvl bupbe
business buster cacon caibe cailay camau camon camonanh camonban camonem canbo canbocongchuc candy canhsat cantho
caobang caolanh caphe caphesua cauvong cavang champion chandoi change changeme chanqua chaoban chaobuoisang charlie
chaudoc chelsea chelseafc cherry chibo chicuc chinhphu chinhphudientu chocolate chocon chomuon chongyeu chotoivao
chucmungnammoi chutich chuyendoiso chuyenvien cisco cloud coca codon codonqua coffee company computer computer1 comtam
concho concop concung congai congaiyeu congan congchua congchuc congdoan conghoso congnghe congphuong congthongtin
conmeo conrong contact contrai contraiyeu control conyeu conyeume cookie coquan coquannhanuoc corvette cristiano
crystal cubi cubin cubo cute cuti cuto cuulong daddy daihoc daklak daknong dalat danang danchu dangbo dangcongsan
danghanoi dangnhap dangvien dangyeu daniel database datsenhong december default demo dep deptrai deptraithu
deptraivodoi dethuong diamond dichoi dichvucong dienbien dienthoai dieuduong dingu director doanthanhnien doanvien
doclap doclaptudo doimatkhau dongnai dongthap dongthapmuoi donvi doraemon dragon dung eagle edc email eminem emiuanh
emnhoanh employee emxinloi emyeu emyeuanh facebook falcon family father february ferrari finance flower football
forever fpt freedom friday friend friends gamer garfield gau gauboong gaugau gauyeu george giacmo giadinh
giadinhhanhphuc giadinhnho giadinhtoi giadinhtoiyeu giaiphong gialai giamdoc giangsinh giaovien giauco giausang ginger
gmail gocong golden golf goodbye google green guest hagiang hagl haha haiduong haiphong halong hammer hanam hang
hanhphuc hanoi hanoimuathu happy harley hatien hatinh hdnd heaven hehe hello hellohello hellokitty helloworld help
helpdesk hengaplai heocon hethong hihi hoa hoabanglang hoabinh hoacuc hoadao hoahong hoahuongduong hoalan hoamai hoang
hoanghau hoangtu hoangvan hoaphuong hoasen hocbai hocgioi hochiminh hochiminhcity hockey hocsinh hoctro hoctrongheo
hoian hoidongnhandan homnay homqua honda honey hongngu hongnhung hoso hosocanbo hosodientu hosonhansu hostmaster
hotmail hr hue huhu hung hungyen hunter huong huongduong huyenuy hyvong iloveyou info internet internet1 internet123
invoice iphone ironman iuanh iuem january jasmine jennifer jessica jordan joshua july june justin juventus kaka kakaka
keke kem keobong ketoan keyword khachsan khanh khanhhoa khongbiet khongcho khongchoxem khongco khongcogi
khongcomatkhau khongnho khongquen kiengiang kienthuc killer king kitty kontum kute kyniem kyuc laichau lamdong lan
langson lanhdao laocai laptop laptopcu legend lemon lethi letmein levan liberty lily linh linux lion liverpool lkjhgf
login logon lonconheo long longan longxuyen love lovely lover loveyou lucky maggie magic mai mailayeuem mainhonhau
maiyeu maiyeuanh maiyeuem manager manchester manchesterunited march marketing master matkhau matkhaucu matkhaucuatoi
matkhauday matkhaudegi matkhaukho matkhaulagi matkhaumoi matkhaune matkhauwifi matma matrang matrix matthew mattroi
mayman maymansacxe maytinh mebo mekong meocon meomeo mercedes messi metallica meyeu meyeucon michael mickey microsoft
mienbac miennam mientay mientrung mimi minecraft minh minhanh minhtuan mk mkcu mkmoi mnbvcx mobifone mommy momo monday
monkey moon motbahaibon motconvit motcua mother motminh motngaymoi mottcua mountain muadong muahe muahoaphuong
mualamruoc muathu muaxuan myduyen mypassword mysql mystery mytho nambo namdinh nammoi nana naruto network newpassword
neymar nga ngan ngaymai ngaymoi nghean ngoc ngoclan ngoisao ngoisaonho ngungon nguoiay nguoidung nguoidungmoi nguoila
nguoitinh nguoiyeu nguoiyeucu nguyen nguyenthi nguyenthib nguyenvan nguyenvana nhahang nhanghi nhansu nhanuoc nhanvien
nhapmatkhau nhatrang nhieutien nhoanh nhoem nhonhau nicole niemtin ninhbinh ninhthuan ninja nirvana noel noivu nokia
nongnan november nuhoang ocean october office oke okela okok omaigot operator oracle orange panda parkhangseo pass
passcode passkey passw passwd password passwordpassword passwort peace pepper personnel phamthi phamvan phanthiet
phatloc phattai phobo phochutich phoenix phogiamdoc phophong phuong phuongvi phuquoc phuquy phutho phuyen pikachu pink
player please pleiku poiuyt pokemon porsche portal postgres postmaster power prince princess private public purple pw
pwd qaz qazwsx qazwsxedc qazxsw quakhu quandoi quang quangbinh quanghai quangnam quangngai quangninh quangtri quanhai
quanly quanlyhoso quanlynhansu quantri quantrihethong quantrivien queen quenmatkhau quenmatkhauroi quenroi quockhanh
quyden quynhon qwe qweasd qweasdzxc qweqwe qwert qwerty qwertyui qwertyuiop qwertyvn rachgia rainbow ranger realmadrid
record records red rfv riengtu rihanna river robert roblox ronaldo rooney root rose sadec saigon saigonthanyeu sales
samsung samurai saobang saovay saturday school secret secrets secure security sendongthap senhong september server
service shadow silver sinhvien slipknot smile snoopy soccer soctrang son songhau songtien sonla sonoivu sorry
spiderman spring staff star stars starwars strawberry strong student suckhoe sucsong sugar summer sunday sunset
sunshine superadmin superman superuser supervisor support susu suzuki sweet sweety swift sysadmin system taikhoan
tailoc taiphat taisao tam tambiet tamsu tamtay taosao taylor tayninh teacher temp temporary temppass tennis test
tester testing tetnguyendan tetvui thaibinh thainguyen thanh thanhcong thanhcongnhe thanhdat thanhhoa thanhpho
thanhphohochiminh thanhtam thanhthao thanhxuan thanks thankyou thao thapmuoi thienthan thienthannho thitran thomas
thongnhat thuathienhue thuha thuhang thuhuong thuonganh thuongem thuongnho thuquy thursday thuyetphuc thuytien tibo
tien tiengiang tiennhieu tientai tientien tiger tinhban tinhbanthan tinhdau tinhdoi tinhdongthap tinhoc tinhthuong
tinhuy tinhyeu tinhyeucuaanh tinhyeucuaem tinhyeucuatoi tinkerbell toilaai toilatoi toiyeuban toiyeuem toiyeuvietnam
toor toyota tphcm tramyte trang tranthi tranvan trasua travinh trieuphu trongsach trungbo trungtam trungtamyte
trungthu truonghoc truongmamnon truongphong truongthcs truongthpt truongtieuhoc trustno tuan tuananh tudo tuesday tung
tuoihong tuoitho tuonglai tuongnho tuyenquang tuyetmat typhu ubnd ubndphuong ubndtinh ubndxa ubuntu uocmo user uyban
uybannhandan vanphong vanquyet vanthu vienchuc vienchucnhanuoc vietcombank vietinbank vietnam vietnamoi vietnamtoiyeu
vietnamvodich viettel vinaphone vinh vinhbiet vinhlong vinhphuc vncongdan vnpt vnptit vochong vocon vodich voyeu vuive
vuivekhongquau vulan vungtau warrior wasd webmaster website wednesday welcome whatever white wifi wifichua wificogi
windows winner winter wolf work worker world wsx xaphuong xinchao xinchaocacban xinh xinhdep xinhgai xinhnhat xinloi
xinloianh xinloiem xuantruong xyz yahoo yamaha yellow yenbai yeuanh yeuanhnhieu yeubo yeuchong yeucon yeuem yeuemnhieu
yeugiadinh yeumai yeumaimai yeume yeunhau yeuthuong yeuvo yta zalo zalopay zaqwsx zaqxsw zxcv zxcvbn zxcvbnm zxczxc
`
    .split(/\s+/)
    .filter(Boolean),
)

/** Wherever these stand, they are tried first. */
const EASY_PARTS = [
  'matkhau',
  'password',
  'qwerty',
  'abcdef',
  'anhyeuem',
  'iloveyou',
  '123456',
  '654321',
  '111111',
  '000000',
]

/** Fewer different signs than these are a pattern, however long. */
const LEAST_DIFFERENT = 5

/**
 * Is it one of the passwords tried first? Also with other capitals, accents, figures for letters (`M@tkh4u`), with what is
 * usually hung on at either end (`123`, `@2026`), or two of them in a row.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC')
  if (new Set(text.toLowerCase()).size < LEAST_DIFFERENT) return true
  if (EASY_PARTS.some((part) => readings(text).some((reading) => reading.includes(part)))) return true
  return trimmed(text).flatMap(readings).some(isKnown)
}

/** Without what stands before the first letter, after the last, or both: at either end a sign may be a letter too. */
const trimmed = (text: string) => [
  text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''),
  text.replace(/[^\p{L}]+$/u, ''),
  text.replace(/^[^\p{L}]+/u, ''),
  text,
]

function isKnown(word: string): boolean {
  // Figures between two words hide nothing either: `monkey99dragon`.
  const letters = bare(word).replace(/\p{Nd}/gu, '')
  return COMMON.has(word) || COMMON.has(letters) || isTwoOfThem(letters)
}

function isTwoOfThem(letters: string): boolean {
  for (let at = 4; at <= letters.length - 4; at++) {
    if (COMMON.has(letters.slice(0, at)) && COMMON.has(letters.slice(at))) return true
  }
  return false
}
