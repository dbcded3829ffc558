import type { Template } from './template.ts'

export const fr: Template = {
  sections: [
    {
      kind: 'introduction',
      heading: 'Introduction',
      paragraphs: ['Ce plan expose ce que fera la {committee} pendant la période {term}, quand, et en vertu de quel mandat.'],
      items: [],
    },
    { kind: 'mandates', heading: 'Mandats', paragraphs: ['Les travaux de la commission reposent sur les mandats suivants :'], items: [] },
    {
      kind: 'stakeholders',
      heading: 'Parties prenantes',
      paragraphs: [],
      items: ['Les États membres', 'Le Secrétariat général', 'La société civile'],
    },
  ],
  rows: {
    installation: ['Installation de la commission et élection de son bureau', 'Examen et adoption du plan de travail'],
    meeting: ['Séance thématique'],
    distribution: ['Distribution des projets de paragraphes pour la résolution de l’Assemblée générale'],
    negotiation: ['Négociation des projets de paragraphes'],
    approval: ['Approbation des paragraphes et leur transmission au {parent}'],
    dissemination: ['Diffusion des conclusions des séances thématiques'],
  },
}
