/**
 * How common a syllable without diacritics is in ordinary Vietnamese: bits of surprise by itself,
 * from 6 (one in 64) to 12. What is not listed is rarer. It lets the matcher judge before it has
 * read any background text.
 */
const BY_BITS: Readonly<Record<number, string>> = {
  6: 'co cua va o the quan',
  7:
    'cac dong tai tu trong duoc cong nam dinh ban la dung to do cho nguoi nhan de an bo da su ' +
    'voi ve so khong bao van thanh dan thong gia thi nay doi thu mot truong dieu dang noi chi ' +
    'quy dau quoc vu',
  8:
    'hoi theo nhung du hien vien ngay chinh thuc nha khi viec chuc bi tien cung hop tinh nuoc ' +
    'den vi hanh ong luat cap phap qua ho moi ky toi san anh trung giao chu ly sau day lam ' +
    'hang phai dien dai viet ra a thang cao tren hai tham lien vao hoa phan thuong quyen tin ' +
    'tra con phong chung phat quyet nguyen thoi can pham phu ca luc duong se chuyen lai cau ' +
    'cu bien nhiem in nghi trinh dao',
  9:
    'nhieu xa hoc biet tuong tri toan nhat tong kien my kiem nhu ma nang minh phuong ngoai ' +
    'hoac dat nghiep luong tang pho ke giai mat khac giam te xay bat kinh tich tro di truoc ' +
    'ket chua tac ha hoat nghe tam he sinh binh danh doanh han ba thuoc yeu hinh tiep xe xuat ' +
    'don canh muc sat loi hon diem y huong thay khu le uy bang doan khoan dam ty hieu dia lan ' +
    'dich lap bay trang nhap tuc tuyen may cuoc on trieu tru dua khai sua rang be phi tan cuu ' +
    'ben thiet trien nen duc tieu ngan song trach tran sach mang xu',
  10:
    'tap chien no vuc sang gian che len gioi phuc bac doc khach ung neu mua i toa cach tao mo ' +
    'nguon chat lanh cam xem tau huyen chong tuoi khoi tuy lieu khoang nga ten truc xac trai ' +
    'gan lon bieu tiet vo than lo hoach si khoa thue tung boi hoan quang lua thai gay hay ' +
    'giay nhien thao thuan rat chay ap nghia vung tho luu tay ich dac nghiem chuong vat hoang ' +
    'ninh nan giu lich lao mai gom ta huy tranh linh hiem them chap manh ro cuc bai xet phep ' +
    'khien tre xin cai mau long that loai vua truyen chuan giua khau vay roi tieng chau benh ' +
    'em luan tim thieu huu tuan by nao chan von goi gio chieu uong hom kha buoc kho thuy ' +
    'nganh cham ton nham sung thuat thien',
  11:
    'hau cang nho duoi khan it vong nu me mien toc ngu khang son tat hung cuoi nhom gui dap ' +
    'phia nong nghien gap xuong thac hong cuong goc phoi chia phien nhanh lang mon muon nhau ' +
    'giup truy deu suc kim chon ngo thap vai hat chiec pha het vang ghi sai giang chiu lay ' +
    'mac bau lenh vinh tot trao at phieu phe kich ai tram nhac soat thoa thoai thich gop thau ' +
    'gi sao rong ti xuan nai cay ngoc ngoi choi e chet khieu khung cat duy nop lop rung nien ' +
    'dot am dem thua gai rieng',
  12:
    'nhuong ham nguy mut vuong phim nua hiep niem uu ue ngon sap keo nhi lau ne not cha duyet ' +
    'xuyen bong man yen loan dep rut sac luoc vuot mong buoi luon lac uoc kem xung buc chiem ' +
    'khanh coi ngai khoe kham kip troi tiem xuc nhin moc ao thon lu huan nuoi khao vui go ' +
    'quay ay ngang up dut tet xep ga giong huynh tron som que khuyen soc suat ot sa chanh doa ' +
    'gon hut buon un au bach loat hue loc chang luyen trich bon rac ngam non nui bom xam keu ' +
    'xanh thoat thuyen quanh',
};

/** Pairs of bits and syllable. */
export const COMMON_SYLLABLES: readonly (readonly [number, string])[] = Object.entries(
  BY_BITS,
).flatMap(([bits, names]) => names.split(' ').map((name) => [Number(bits) + 0.5, name] as const));
