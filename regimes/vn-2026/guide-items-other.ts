/**
 * Items of other decisions that are known second-hand only: the address inside the decision is
 * mostly unknown, the wording is a paraphrase of a paraphrase, and the field is our reading. The
 * agency checks them against its own copy of the decision before it relies on them.
 */
import { type CalendarDate, calendarDate } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import {
  type FieldCode,
  type GuideCondition,
  type GuideItem,
  parseGuideItemRef,
} from '../../core/guide/guide-item.ts';
import type { Level } from '../../core/level/level.ts';

type Line = readonly [
  level: Level,
  field: FieldCode,
  condition: GuideCondition,
  vi: string,
  en: string,
];

type Source = {
  readonly decisionNo: string;
  readonly validFrom: CalendarDate | null;
  readonly lines: readonly Line[];
};

const party: Source = {
  decisionNo: '1630/QĐ-TTg',
  validFrom: calendarDate('2025-07-30'),
  lines: [
    [
      'tuyet-mat',
      'politics',
      'unpublished',
      'Kiểm tra dấu hiệu vi phạm, kỷ luật Đảng, tố cáo liên quan đến Ủy viên Bộ Chính trị, Ban Bí thư đương nhiệm và nguyên Ủy viên',
      'Inspection of signs of violation, Party discipline and denunciations concerning current or former Politburo and Secretariat members',
    ],
    [
      'tuyet-mat',
      'politics',
      'unpublished',
      'Kết quả thẩm tra, xác minh vấn đề chính trị của Ủy viên Bộ Chính trị, Ban Bí thư',
      'Results of verifying political issues of Politburo and Secretariat members',
    ],
    [
      'tuyet-mat',
      'politics',
      'unpublished',
      'Công tác chuẩn bị, đề án, phương án nhân sự năm chức danh chủ chốt',
      'Preparation, schemes and personnel options for the five key posts',
    ],
    [
      'tuyet-mat',
      'foreign-affairs',
      'unpublished',
      'Chiến lược đối ngoại gắn với an ninh quốc gia, chủ quyền; quan điểm với chính đảng, cường quốc về biên giới, vùng biển, vùng trời',
      'External strategy tied to national security and sovereignty; positions on borders, sea and air',
    ],
    [
      'tuyet-mat',
      'foreign-affairs',
      'unpublished',
      'Đề án chính trị, biên bản, kết quả hội đàm của Bộ Chính trị, Tổng Bí thư, Thường trực Ban Bí thư với chính đảng nước ngoài',
      'Political schemes, minutes and results of top-level talks with foreign parties',
    ],
    [
      'tuyet-mat',
      'defence',
      'unpublished',
      'Quỹ đặc biệt cho quốc phòng, an ninh; thu, đổi, phát hành tiền',
      'Special funds for defence and security; collecting, exchanging and issuing money',
    ],
    [
      'tuyet-mat',
      'politics',
      'unpublished',
      'Công tác dân tộc liên quan lợi ích quốc gia; xử lý vấn đề tôn giáo phức tạp cấp quốc gia',
      'Ethnic affairs touching national interest; complex state-level religious matters',
    ],
    [
      'tuyet-mat',
      'defence',
      'unpublished',
      'Xử lý tình huống chiến tranh, vũ khí công nghệ cao, tác chiến không gian mạng; công tác tình báo, kỹ thuật; mục tiêu, phương án',
      'War situations, high-tech weapons, cyber warfare; intelligence and technical work; targets and options',
    ],
    [
      'tuyet-mat',
      'defence',
      'unpublished',
      'Nhiệm vụ khoa học đặc biệt có ý nghĩa quyết định đối với quốc phòng',
      'Special science tasks decisive for defence',
    ],
    [
      'toi-mat',
      'politics',
      'unpublished',
      'Chỉ đạo của Bộ Chính trị, Ban Bí thư về đối ngoại, an ninh, điểm nóng phức tạp',
      'Politburo and Secretariat direction on complex external, security and hot-spot matters',
    ],
    [
      'toi-mat',
      'politics',
      'unpublished',
      'Tài sản, ngân sách đặc biệt của Đảng',
      'Special assets and budget of the Party',
    ],
    [
      'toi-mat',
      'politics',
      'unpublished',
      'Giám sát, giải quyết khiếu nại liên quan đến Ủy viên Bộ Chính trị, Ban Bí thư',
      'Supervision and complaints concerning Politburo and Secretariat members',
    ],
    [
      'toi-mat',
      'politics',
      'unpublished',
      'Kiểm tra, kỷ luật, tố cáo liên quan đến Ủy viên Trung ương Đảng',
      'Inspection, discipline and denunciations concerning Central Committee members',
    ],
  ],
};

const health: Source = {
  decisionNo: '440/QĐ-TTg',
  validFrom: calendarDate('2024-05-22'),
  lines: [
    [
      'toi-mat',
      'health',
      'none',
      'Hồ sơ bệnh án, kết quả khám, chữa bệnh của Ủy viên Bộ Chính trị, Ban Bí thư',
      'Medical records and results of Politburo and Secretariat members',
    ],
    [
      'mat',
      'health',
      'unpublished',
      'Số người mắc, tử vong do bệnh nguy hiểm mới chưa rõ tác nhân',
      'Numbers infected or dead of a new dangerous disease of unknown agent',
    ],
    [
      'mat',
      'health',
      'unpublished',
      'Tên, nguồn gốc, độc lực, khả năng lây lan của tác nhân mới phát hiện',
      'Name, origin, virulence and spread of newly found agents',
    ],
  ],
};

const education: Source = {
  decisionNo: '531/QĐ-TTg',
  validFrom: calendarDate('2023-05-19'),
  lines: [
    [
      'toi-mat',
      'education-training',
      'unpublished',
      'Đề thi, đáp án chính thức và dự phòng kỳ thi tốt nghiệp, chọn học sinh giỏi quốc gia, Olympic',
      'Official and reserve papers and answers of graduation, national gifted and Olympic selection exams',
    ],
    [
      'toi-mat',
      'education-training',
      'none',
      'Thông tin về người của quân đội, công an, cơ yếu được cử đi đào tạo',
      'Information on army, police and cipher people sent for training',
    ],
    [
      'mat',
      'education-training',
      'unpublished',
      'Báo cáo về tư tưởng, đời sống nhà giáo, người học có ảnh hưởng tiêu cực',
      'Reports on ideology and life of teachers and students with negative effect',
    ],
    [
      'mat',
      'education-training',
      'unpublished',
      'Địa điểm, nhân sự làm đề; phương án vận chuyển, lưu giữ đề thi',
      'Exam-setting place and personnel; transport and storage plans of exam papers',
    ],
  ],
};

const procuracy: Source = {
  decisionNo: '1180/QĐ-TTg',
  validFrom: calendarDate('2020-08-04'),
  lines: [
    [
      'toi-mat',
      'legislation',
      'unpublished',
      'Báo cáo xin ý kiến, chỉ đạo, kết luận về vụ án an ninh quốc gia, đặc biệt nghiêm trọng, tham nhũng lớn, được dư luận quan tâm',
      'Reports, directions and conclusions on national-security, extremely serious, major corruption or high-interest cases',
    ],
    [
      'toi-mat',
      'legislation',
      'unpublished',
      'Nội dung họp Ủy ban kiểm sát; phương án bố trí lực lượng',
      'Procuracy committee meetings; force deployment plans',
    ],
    [
      'mat',
      'legislation',
      'unpublished',
      'Kế hoạch phối hợp liên ngành; quan điểm trong đơn giám đốc thẩm, tái thẩm',
      'Inter-agency coordination plans; opinions in cassation and reopening petitions',
    ],
  ],
};

const inspection: Source = {
  decisionNo: '774/QĐ-TTg',
  validFrom: calendarDate('2020-06-05'),
  lines: [
    [
      'mat',
      'inspection',
      'none',
      'Họ tên, địa chỉ người tố cáo, người báo tin về tham nhũng',
      'Identity and address of denouncers and persons reporting corruption',
    ],
  ],
};

const government: Source = {
  decisionNo: '211/QĐ-TTg',
  validFrom: calendarDate('2021-02-17'),
  lines: [
    [
      'tuyet-mat',
      'politics',
      'unpublished',
      'Báo cáo, đề án trình Đảng, Quốc hội về chủ quyền, biên giới, quốc phòng, ứng phó chiến tranh, bạo loạn, chiến lược đối ngoại, định hướng kinh tế lớn',
      'Reports and schemes to Party and National Assembly on sovereignty, border, defence, war and riot response, foreign strategy, major economic orientation',
    ],
    [
      'toi-mat',
      'organisation-personnel',
      'unpublished',
      'Báo cáo, đề án về tổ chức bộ máy, nhân sự trình Bộ Chính trị, Ban Bí thư, Quốc hội, Ủy ban Thường vụ Quốc hội, Chủ tịch nước',
      'Reports and schemes on apparatus and personnel for the highest bodies',
    ],
  ],
};

const audit: Source = {
  decisionNo: '1663/QĐ-TTg',
  validFrom: null,
  lines: [
    [
      'toi-mat',
      'state-audit',
      'unpublished',
      'Kết quả kiểm toán vụ việc có dấu hiệu tham nhũng',
      'Audit results in cases with signs of corruption',
    ],
  ],
};

const science: Source = {
  decisionNo: '137/QĐ-TTg',
  // Issued in January 2026 on a day not known: the last one is the latest it can be.
  validFrom: calendarDate('2026-01-31'),
  lines: [
    [
      'tuyet-mat',
      'defence',
      'none',
      'Nhiệm vụ khoa học, công nghệ đặc biệt có ý nghĩa quyết định đối với quốc phòng',
      'Special science tasks decisive for defence',
    ],
    [
      'toi-mat',
      'science-technology',
      'none',
      'Nhiệm vụ khoa học, công nghệ ảnh hưởng trực tiếp đến quốc phòng, chủ quyền',
      'Science tasks directly affecting defence or sovereignty',
    ],
    [
      'mat',
      'science-technology',
      'none',
      'Tờ trình chính sách mới phục vụ quốc phòng',
      'New policy submissions serving defence',
    ],
  ],
};

function items({ decisionNo, validFrom, lines }: Source): readonly GuideItem[] {
  return lines.map(([level, field, condition, vi, en], index) => {
    const ref = parseGuideItemRef(`${decisionNo}:x${index + 1}`);
    invariant(ref, 'a running mark is a well-formed reference');
    return {
      ref,
      decisionNo,
      article: null,
      clause: null,
      point: null,
      level,
      field,
      vi,
      en,
      condition,
      validFrom,
      validUntil: null,
      certainty: 'confirmed-2',
    };
  });
}

export const guideItemsOther: readonly GuideItem[] = [
  party,
  health,
  education,
  procuracy,
  inspection,
  government,
  audit,
  science,
].flatMap(items);
