import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adopt, ImageMismatch, ImageReader, imageOf, share, wipe } from './image.ts';
import { createMatcher, type Matcher } from './matcher.ts';

const MARK = 'engine 1';
/** The name of a document as it lies in memory. */
const NAME = Buffer.from('guard', 'utf16le');
const SALT = 77;
const PLAN =
  'Tổ giúp việc đề nghị hoãn công bố danh sách ứng viên dự phòng của quận Sông Hoa cho đến khi ' +
  'thẩm tra xong lý lịch, mức chi tối đa bốn trăm hai mươi triệu đồng lấy từ nguồn dự phòng.';
const GUARD =
  'Tổ bảo vệ bố trí hai vòng gác, thay ca lúc không giờ bốn mươi và năm giờ hai mươi hằng ngày; ' +
  'chìa khóa kho phía đông gửi tại phòng trực tầng ba, mã tủ đổi vào mỗi sáng thứ năm.';
const LATER =
  'Đoàn khảo sát dự kiến rời cảng Bến Lau bằng tàu không số vào đêm trăng khuyết, mang theo ba ' +
  'máy đo độ sâu và bản đồ luồng lạch vẽ tay của ngư dân làng Vạn Cồn.';

function taught(): Matcher {
  const matcher = createMatcher({ salt: SALT });
  matcher.addPublic('Căn cứ Luật Tổ chức chính quyền địa phương và các quy định có liên quan.');
  matcher.addDocument('plan', PLAN);
  matcher.addDocument('gone', LATER);
  matcher.addDocument('guard', `${GUARD} ${'x'.repeat(400)} ${GUARD}`);
  matcher.removeDocument('gone');
  return matcher;
}

function bytesOf(matcher: Matcher, mark = MARK): Uint8Array {
  return Buffer.concat([...imageOf(matcher.lasting(), mark)]);
}

function read(bytes: Uint8Array, pieceBytes = 65_536): Matcher {
  const matcher = createMatcher({ salt: 1 });
  const reader = new ImageReader(matcher.lasting(), MARK);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    reader.push(bytes.subarray(at, at + pieceBytes));
  }
  reader.end();
  return matcher;
}

const NEWS = `Theo nguồn tin riêng: ${PLAN} Ngoài ra ${GUARD} Và sau cùng ${LATER}`;

test('an engine read from its image finds, adds and removes as the one it was made of', () => {
  const one = taught();
  for (const pieceBytes of [65_536, 4_097, 7]) {
    const other = read(bytesOf(one), pieceBytes);
    assert.ok(one.find(NEWS).length >= 2);
    assert.deepEqual(other.find(NEWS), one.find(NEWS));
    assert.deepEqual(other.size(), one.size());
  }
  const other = read(bytesOf(one));
  for (const matcher of [one, other]) {
    matcher.addDocument('later', LATER);
    assert.ok(matcher.removeDocument('guard'));
  }
  assert.deepEqual(other.find(NEWS), one.find(NEWS));
  assert.deepEqual([...new Set(other.find(NEWS).map(({ docId }) => docId))], ['plan', 'later']);
});

test('an engine that adopts a shared one finds the same, in the same memory', () => {
  const one = taught();
  const before = one.find(NEWS);
  const shared = share(one.lasting());
  const others = [createMatcher({ salt: 1 }), createMatcher({ salt: 2 })];
  for (const other of others) {
    adopt(other.lasting(), structuredClone(shared));
    assert.deepEqual(other.find(NEWS), before);
    assert.deepEqual(other.size(), one.size());
  }
  assert.deepEqual(one.find(NEWS), before);
  wipe(one.lasting());
  for (const other of others) assert.deepEqual(other.find(NEWS), []);
});

test('what is no description of a shared engine is refused', () => {
  const shared = share(taught().lasting());
  const other = createMatcher().lasting();
  assert.throws(() => adopt(other, { ...shared, arrays: shared.arrays.slice(1) }), ImageMismatch);
  assert.throws(() => adopt(other, share({ documents: 3 })), ImageMismatch);
});

test('an empty engine has an image', () => {
  const other = read(bytesOf(createMatcher({ salt: SALT })));
  other.addDocument('plan', PLAN);
  assert.equal(other.find(PLAN)[0]?.docId, 'plan');
});

test('the image of another engine, one cut short and one too long are refused', () => {
  const good = bytesOf(taught());
  for (const length of [0, 5, 8, 100, good.length - 1]) {
    assert.throws(() => read(good.subarray(0, length)), ImageMismatch, `${length} bytes`);
  }
  assert.throws(() => read(Buffer.concat([good, Buffer.alloc(1)])), ImageMismatch);
  assert.throws(() => read(bytesOf(taught(), 'engine 2')), ImageMismatch);
  const foreign = [...imageOf({ knowledge: { salt: 1 }, documents: 3, index: null }, MARK)];
  assert.throws(() => read(Buffer.concat(foreign)), ImageMismatch);
});

test('what has no bytes of its own is no part of an image', () => {
  const shared = new Uint8Array(16);
  for (const bad of [shared.subarray(4), Number.NaN, () => 1, Symbol('no'), [{}]]) {
    assert.throws(() => [...imageOf({ bad }, MARK)], { name: 'InvariantError' });
  }
});

test('a wiped engine holds no token, no name and no number of its own', () => {
  const matcher = taught();
  const lasting = matcher.lasting();
  const before = Buffer.concat([...imageOf(lasting, MARK)]);
  wipe(lasting);
  const [, head, ...arrays] = [...imageOf(lasting, MARK)];
  assert.ok(before.includes(NAME) && head);
  assert.ok(arrays.length > 5);
  for (const array of arrays) assert.ok(array.every((byte) => byte === 0));
  assert.ok(!Buffer.from(head).includes('guard'));
});
