/**
 * All items of 2500/QĐ-TTg (17/11/2025), in force from signing; paraphrased. Article 1 holds the
 * Tuyệt mật item, whose field is politics: that attribution is ours, since art. 8 of the law admits
 * Tuyệt mật in no field of the decision's own title.
 */
import { calendarDate } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import {
  type FieldCode,
  type GuideCondition,
  type GuideItem,
  parseGuideItemRef,
} from '../../core/guide/guide-item.ts';
import type { Level } from '../../core/level/level.ts';

type Line = {
  /** Article, clause, point. */
  readonly at: readonly [string, string?, string?];
  readonly field: FieldCode;
  readonly condition?: GuideCondition;
  readonly adoptedBy?: string;
  readonly vi: string;
  readonly en: string;
};

const personnel = 'organisation-personnel';
const labour = 'labour-social';

const lines: readonly Line[] = [
  {
    at: ['1'],
    field: 'politics',
    condition: 'unpublished',
    vi: 'Tài liệu chuẩn bị, đề án, phương án trình Trung ương về việc bầu Ủy viên Bộ Chính trị giữ các chức danh chủ chốt',
    en: 'Papers preparing the election of Politburo members to the five key posts, put to the Central Committee',
  },
  {
    at: ['2', '1', 'a'],
    field: personnel,
    condition: 'before-adoption',
    adoptedBy: 'Quốc hội',
    vi: 'Đề án cơ cấu tổ chức của Chính phủ nhiệm kỳ Quốc hội',
    en: 'Scheme on the structure of the Government for a National Assembly term',
  },
  {
    at: ['2', '1', 'b'],
    field: personnel,
    condition: 'before-adoption',
    adoptedBy: 'Quốc hội',
    vi: 'Đề án thành lập, hợp nhất, chia tách, giải thể bộ, cơ quan ngang bộ',
    en: 'Scheme to create, merge, split or dissolve a ministry or ministry-level body',
  },
  {
    at: ['2', '2', 'a'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Tài liệu về xây dựng, quản lý đội ngũ cán bộ thuộc diện Bộ Chính trị, Ban Bí thư quản lý',
    en: 'Papers on building and managing cadres managed by the Politburo and Secretariat',
  },
  {
    at: ['2', '2', 'b'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Tài liệu nhân sự (chủ trương, báo cáo, xin ý kiến, nhận xét, tờ trình về bầu, bổ nhiệm, điều động, miễn nhiệm, kỷ luật...) đối với cán bộ thuộc diện Bộ Chính trị, Ban Bí thư quản lý',
    en: 'Personnel papers (policy, reports, opinions, assessments, submissions on election, appointment, transfer, dismissal, discipline) on cadres managed by the Politburo and Secretariat',
  },
  {
    at: ['2', '3'],
    field: labour,
    vi: 'Báo cáo về tổ chức, hoạt động phức tạp của người lao động tại doanh nghiệp ảnh hưởng chính trị, an ninh quốc gia',
    en: 'Reports on complex organisation or activity of workers at enterprises affecting politics or national security',
  },
  {
    at: ['3', '1', 'a'],
    field: personnel,
    vi: 'Tờ trình, quyết định giao, điều chỉnh, báo cáo về biên chế ở nước ngoài',
    en: 'Submissions, allocations, adjustments and reports on staffing quotas abroad',
  },
  {
    at: ['3', '1', 'b'],
    field: personnel,
    condition: 'before-adoption',
    adoptedBy: 'Chính phủ, Thủ tướng Chính phủ',
    vi: 'Đề án thành lập, tổ chức lại, giải thể cơ quan hành chính, đơn vị sự nghiệp công lập',
    en: 'Schemes to create, reorganise or dissolve administrative bodies and public service units',
  },
  {
    at: ['3', '2', 'a'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Đề án, kế hoạch xây dựng, quản lý đội ngũ cán bộ có ảnh hưởng chính trị, kinh tế - xã hội (trừ điểm a khoản 2 Điều 2)',
    en: 'Schemes and plans on building and managing officials with political or socio-economic effect (except 2.2.a)',
  },
  {
    at: ['3', '2', 'b'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Tài liệu nhân sự đối với chức danh từ trưởng đơn vị thuộc cơ quan thuộc Chính phủ, phó cục trưởng loại 2, phó vụ trưởng và tương đương trở lên (trừ điểm b khoản 2 Điều 2)',
    en: 'Personnel papers for posts from unit head of a Government-attached body, deputy head of a type-2 department or of a vụ and equivalent upward (except 2.2.b)',
  },
  {
    at: ['3', '2', 'c'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Tài liệu về phong, thăng, giáng, tước quân hàm, cấp bậc hàm cấp tướng',
    en: 'Papers on conferring, promoting, demoting or stripping general ranks',
  },
  {
    at: ['3', '2', 'd'],
    field: personnel,
    vi: 'Báo cáo về công tác cán bộ phức tạp có ảnh hưởng chính trị, kinh tế - xã hội',
    en: 'Reports on complex personnel work with political or socio-economic effect',
  },
  {
    at: ['3', '3', 'a'],
    field: personnel,
    condition: 'exam-rules',
    vi: 'Đề thi, đáp án chính thức và dự phòng trong tuyển dụng công chức, viên chức',
    en: 'Official and reserve papers and answers in recruitment of officials',
  },
  {
    at: ['3', '3', 'b'],
    field: personnel,
    condition: 'exam-rules',
    vi: 'Đề thi, đáp án chính thức và dự phòng trong thi tuyển chức danh lãnh đạo, quản lý',
    en: 'Official and reserve papers and answers in contests for leadership posts',
  },
  {
    at: ['3', '4'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Đánh giá công tác bảo vệ chính trị nội bộ có tính chất phức tạp',
    en: 'Assessments of complex internal political protection work',
  },
  {
    at: ['3', '5', 'a'],
    field: labour,
    condition: 'before-adoption',
    adoptedBy: 'Quốc hội',
    vi: 'Đề án cải cách tiền lương cán bộ, công chức, viên chức và lực lượng vũ trang',
    en: 'Scheme of wage reform for officials and armed forces',
  },
  {
    at: ['3', '5', 'b'],
    field: labour,
    condition: 'unpublished',
    vi: 'Báo cáo về cải cách tiền lương',
    en: 'Reports on wage reform',
  },
  {
    at: ['3', '5', 'c'],
    field: labour,
    condition: 'unpublished',
    vi: 'Báo cáo về cải cách bảo hiểm xã hội có ảnh hưởng rộng',
    en: 'Reports on social-insurance reform with wide effect',
  },
  {
    at: ['3', '6', 'a-c'],
    field: labour,
    condition: 'unpublished',
    vi: 'Kế hoạch, kết quả kiểm tra hội, quỹ xã hội, quỹ từ thiện, tổ chức phi chính phủ hoạt động phức tạp; tài liệu về việc thành lập',
    en: 'Plans and inspection results on associations, social and charity funds and NGOs with complex activity; papers on their founding',
  },
  {
    at: ['3', '7', 'a'],
    field: labour,
    vi: 'Đánh giá về lợi dụng dân chủ, đối thoại nhân quyền',
    en: 'Assessments of abuse of democracy and human-rights dialogue',
  },
  {
    at: ['3', '7', 'b'],
    field: labour,
    vi: 'Đánh giá tình hình phức tạp của lao động Việt Nam ở nước ngoài',
    en: 'Assessments of the complex situation of Vietnamese workers abroad',
  },
  {
    at: ['3', '7', 'c'],
    field: labour,
    vi: 'Đánh giá tình hình phức tạp của lao động nước ngoài tại Việt Nam',
    en: 'Assessments of the complex situation of foreign workers in Vietnam',
  },
  {
    at: ['3', '7', 'd'],
    field: labour,
    vi: 'Đánh giá tình hình lao động trong nước có ảnh hưởng an ninh',
    en: 'Assessments of the domestic labour situation with security effect',
  },
  {
    at: ['3', '7', 'đ'],
    field: labour,
    vi: 'Đánh giá tình hình đình công trái pháp luật',
    en: 'Assessments of illegal strikes',
  },
  {
    at: ['3', '7', 'e'],
    field: labour,
    vi: 'Đánh giá về tổ chức của người lao động tại doanh nghiệp (trừ khoản 3 Điều 2)',
    en: "Assessments of workers' organisations at enterprises (except 2.3)",
  },
  {
    at: ['3', '8'],
    field: personnel,
    vi: 'Thiết kế kỹ thuật, bản vẽ hoàn công kho lưu trữ lịch sử ở trung ương và cấp tỉnh',
    en: 'Technical design and as-built drawings of central and provincial historical archive buildings',
  },
  {
    at: ['3', '9'],
    field: personnel,
    condition: 'unpublished',
    vi: 'Khen thưởng người nước ngoài, chức sắc tôn giáo có ảnh hưởng chính trị',
    en: 'Commendation of foreigners and religious dignitaries with political effect',
  },
];

const levelOfArticle: Readonly<Record<string, Level>> = {
  '1': 'tuyet-mat',
  '2': 'toi-mat',
  '3': 'mat',
};

function item({ at, field, condition = 'none', adoptedBy, vi, en }: Line): GuideItem {
  const [article, clause = null, point = null] = at;
  const ref = parseGuideItemRef(`2500/QĐ-TTg:${at.join('.')}`);
  const level = levelOfArticle[article];
  invariant(ref && level, 'every line has an address in one of the three articles');
  return {
    ref,
    decisionNo: '2500/QĐ-TTg',
    article,
    clause,
    point,
    level,
    field,
    vi,
    en,
    condition,
    ...(adoptedBy === undefined ? {} : { adoptedBy }),
    validFrom: calendarDate('2025-11-17'),
    validUntil: null,
    certainty: 'confirmed',
  };
}

export const guideItems2500: readonly GuideItem[] = lines.map(item);
