import type { FileText } from './en.ts'

export const fr: Readonly<Record<FileText, string>> = {
  'file.mended':
    '{count, plural, one {# enregistrement n’avait pas de place valable dans sa liste et reste là où il est affiché.} other {# enregistrements n’avaient pas de place valable dans leurs listes et restent là où ils sont affichés.}}',
  'import.why-after-calendar': 'se trouve après le calendrier',
  'import.why-damaged': 'était endommagé et est omis',
  'import.why-mark-without-note': 'a un appel de note sans note',
  'import.why-missing-cells': 'il y manque une cellule',
  'import.why-note-without-mark': 'est une note sans appel',
  'import.why-remark': 'ne cite rien de connu',
  'import.why-surplus-cell': 'a une cellule de trop',
  'import.why-unplaced-quotation': 'n’appartient à aucun paragraphe d’un mandat',
  'import.why-unreadable-date': 'n’est pas compris comme une date',
  'refused.archive': '{name} est une archive (zip), pas un fichier de plan. Décompressez-la et ouvrez le fichier de plan qu’elle contient.',
  'refused.bad-base': '{name} contient des propositions, mais ne dit pas sur quel plan.',
  'refused.bad-header': '{name} est un fichier de plan dont l’en-tête est illisible ({field}).',
  'refused.damaged': '{name} est endommagé et illisible. Ouvrez-le dans un traitement de texte, enregistrez-le et réessayez.',
  'refused.empty': '{name} est vide.',
  'refused.encrypted': '{name} est protégé par un mot de passe. Enregistrez-le sans et réessayez.',
  'refused.folder': '{name} est un dossier, pas un fichier.',
  'refused.missing': '{name} est introuvable.',
  'refused.newer-version':
    '{name} a été écrit par {by, select, unknown {un programme plus récent} other {{by}}} dans la version {version} du format ; ce programme lit jusqu’à la version {newest}. Mettez Mandato à jour pour l’ouvrir.',
  'refused.no-calendar':
    '{name} n’a pas de calendrier : un plan de travail a un tableau avec des colonnes de date, mandat et activité, ou des lignes qui commencent par une date.',
  'refused.no-plan': '{name} est un fichier de Mandato, mais ne contient pas de plan.',
  'refused.no-proposals': '{name} contient un plan ou un registre, et aucune proposition.',
  'refused.no-sender': '{name} ne dit pas de qui sont les propositions qu’il contient.',
  'refused.not-a-plan-file': '{name} n’est pas un fichier de plan de Mandato.',
  'refused.not-json':
    '{name} est endommagé : il s’arrête trop tôt ou contient des caractères qu’un fichier de plan n’a jamais. Redemandez-le.',
  'refused.not-text': '{name} n’est ni un fichier de plan, ni un document Word (.docx), ni une page web, ni du texte.',
  'refused.not-word': '{name} est une archive, mais pas un document Word (.docx). Enregistrez le document en .docx et réessayez.',
  'refused.old-word': '{name} est au format d’un ancien traitement de texte (.doc). Enregistrez-le en .docx et réessayez.',
  'refused.other-kind':
    '{name} est un fichier de Mandato d’un genre que cette version ne connaît pas. Mettez Mandato à jour pour l’ouvrir.',
  'refused.other-plan': '{name} contient des propositions sur un autre plan, {title}.',
  'refused.proposals': '{name} contient des propositions. Reprenez-les dans leur plan.',
  'refused.too-deep': '{name} a plus de niveaux qu’aucun fichier de plan ; il n’a pas été ouvert.',
  'refused.too-large':
    '{megabytes, plural, =0 {{name} contient plus qu’aucun plan et n’a pas été lu.} other {{name} dépasse # Mo, plus qu’aucun plan.}}',
  'refused.too-many': '{name} contient plus de valeurs qu’aucun fichier de plan ; il n’a pas été ouvert.',
  'refused.unreadable': '{name} n’a pas pu être lu{code, select, none {} other { ({code})}}.',
  'refused.unusable': '{name} ne peut servir de plan : il est endommagé ou d’une autre sorte.',
}
