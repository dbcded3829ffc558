import type { Template } from './template.ts'

export const es: Template = {
  sections: [
    {
      kind: 'introduction',
      heading: 'Introducción',
      paragraphs: ['Este plan expone qué hará la {committee} en el período {term}, cuándo y con qué mandato.'],
      items: [],
    },
    { kind: 'mandates', heading: 'Mandatos', paragraphs: ['La labor de la comisión se basa en los siguientes mandatos:'], items: [] },
    {
      kind: 'stakeholders',
      heading: 'Actores involucrados',
      paragraphs: [],
      items: ['Los Estados Miembros', 'La Secretaría General', 'La sociedad civil'],
    },
  ],
  rows: {
    installation: ['Instalación de la comisión y elección de sus autoridades', 'Consideración y aprobación del plan de trabajo'],
    meeting: ['Reunión temática'],
    distribution: ['Distribución de los proyectos de párrafos para la resolución de la Asamblea General'],
    negotiation: ['Negociación de los proyectos de párrafos'],
    approval: ['Aprobación de los párrafos y su remisión al {parent}'],
    dissemination: ['Difusión de las conclusiones de las reuniones temáticas'],
  },
}
