import { kindsSchema } from '../../src/model/procedure.ts'

/** Two kinds of achievement and two supporting papers, as few as the tests need. */
export const kinds = kindsSchema.parse({
  format: 'juanzong/evidence@1',
  kinds: [
    {
      id: 'paper',
      name: '论文',
      sure: 'all-of',
      basis: '一',
      grade: 'N',
      date: '出版日期',
      fields: [],
      parts: [
        { id: 'cover', name: '封面', basis: '一' },
        { id: 'cover-photo', name: '封面照片', basis: '一' },
        { id: 'pages', name: '论文页', basis: '一' },
      ],
    },
    {
      id: 'work',
      name: '工作业绩',
      sure: 'any-of',
      basis: '一',
      grade: 'N',
      date: '完成日期',
      fields: [],
      parts: [{ id: 'contract', name: '合同节选', basis: '一' }],
    },
  ],
  supporting: [
    { id: 'identity', name: '身份证明', when: '都要', basis: '一', grade: 'N' },
    {
      id: 'education',
      name: '学历证明',
      when: '都要',
      basis: '一',
      grade: 'N',
      parts: [{ id: 'diploma', name: '毕业证书' }],
    },
  ],
})
