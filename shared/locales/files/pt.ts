import type { FileText } from './en.ts'

export const pt: Readonly<Record<FileText, string>> = {
  'file.mended':
    '{count, plural, one {# registro não tinha um lugar válido na sua lista e ficou onde é mostrado.} other {# registros não tinham lugares válidos nas suas listas e ficaram onde são mostrados.}}',
  'import.why-after-calendar': 'está depois do calendário',
  'import.why-damaged': 'estava danificado e é omitido',
  'import.why-mark-without-note': 'tem uma chamada sem nota de rodapé',
  'import.why-missing-cells': 'falta-lhe uma célula',
  'import.why-note-without-mark': 'é uma nota de rodapé sem chamada',
  'import.why-remark': 'não cita nada que se conheça',
  'import.why-surplus-cell': 'tem uma célula a mais',
  'import.why-unplaced-quotation': 'não pertence a nenhum parágrafo de um mandato',
  'import.why-unreadable-date': 'não se entende como data',
  'refused.archive': '{name} é um arquivo compactado (zip), não um arquivo de plano. Descompacte-o e abra o arquivo de plano que contém.',
  'refused.bad-base': '{name} contém propostas, mas não diz sobre qual plano.',
  'refused.bad-header': '{name} é um arquivo de plano cujo cabeçalho não se pode ler ({field}).',
  'refused.damaged': '{name} está danificado e não se pode ler. Abra-o em um processador de textos, salve-o de novo e tente outra vez.',
  'refused.empty': '{name} está vazio.',
  'refused.encrypted': '{name} está protegido por senha. Salve-o sem ela e tente de novo.',
  'refused.folder': '{name} é uma pasta, não um arquivo.',
  'refused.missing': '{name} não foi encontrado.',
  'refused.newer-version':
    '{name} foi gravado por {by, select, unknown {um programa mais novo} other {{by}}} na versão {version} do formato; este programa lê até a versão {newest}. Atualize o Mandato para abri-lo.',
  'refused.no-calendar':
    '{name} não tem calendário: um plano de trabalho tem uma tabela com colunas de data, mandato e atividade, ou linhas que começam por uma data.',
  'refused.no-plan': '{name} é um arquivo do Mandato, mas não contém um plano.',
  'refused.no-proposals': '{name} contém um plano ou um registro, e nenhuma proposta.',
  'refused.no-sender': '{name} não diz de quem são as propostas que contém.',
  'refused.not-a-plan-file': '{name} não é um arquivo de plano do Mandato.',
  'refused.not-json': '{name} está danificado: termina antes do fim ou tem caracteres que um arquivo de plano nunca tem. Peça-o de novo.',
  'refused.not-text': '{name} não é um arquivo de plano, nem um documento do Word (.docx), nem uma página web, nem texto.',
  'refused.not-word': '{name} é um arquivo compactado, mas não um documento do Word (.docx). Salve o documento como .docx e tente de novo.',
  'refused.old-word': '{name} está no formato de um processador antigo (.doc). Salve-o como .docx e tente de novo.',
  'refused.other-kind': '{name} é um arquivo do Mandato de um tipo que esta versão não conhece. Atualize o Mandato para abri-lo.',
  'refused.other-plan': '{name} contém propostas sobre outro plano, {title}.',
  'refused.proposals': '{name} contém propostas. Incorpore-as ao seu plano.',
  'refused.too-deep': '{name} tem mais níveis do que qualquer arquivo de plano; não foi aberto.',
  'refused.too-large':
    '{megabytes, plural, =0 {{name} contém mais do que qualquer plano e não foi lido.} other {{name} tem mais de # MB, mais do que qualquer plano.}}',
  'refused.too-many': '{name} contém mais valores do que qualquer arquivo de plano; não foi aberto.',
  'refused.unreadable': 'Não foi possível ler {name}{code, select, none {} other { ({code})}}.',
  'refused.unusable': '{name} não pode ser usado como plano: está danificado ou é de outro tipo.',
}
