import type { Template } from './template.ts'

export const pt: Template = {
  sections: [
    {
      kind: 'introduction',
      heading: 'Introdução',
      paragraphs: ['Este plano expõe o que a {committee} fará no período {term}, quando e com que mandato.'],
      items: [],
    },
    { kind: 'mandates', heading: 'Mandatos', paragraphs: ['O trabalho da comissão baseia-se nos seguintes mandatos:'], items: [] },
    {
      kind: 'stakeholders',
      heading: 'Partes interessadas',
      paragraphs: [],
      items: ['Os Estados membros', 'A Secretaria-Geral', 'A sociedade civil'],
    },
  ],
  rows: {
    installation: ['Instalação da comissão e eleição de suas autoridades', 'Consideração e aprovação do plano de trabalho'],
    meeting: ['Reunião temática'],
    distribution: ['Distribuição dos projetos de parágrafos para a resolução da Assembleia Geral'],
    negotiation: ['Negociação dos projetos de parágrafos'],
    approval: ['Aprovação dos parágrafos e seu envio ao {parent}'],
    dissemination: ['Divulgação das conclusões das reuniões temáticas'],
  },
}
