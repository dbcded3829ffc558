import type { FileText } from './en.ts'

export const es: Readonly<Record<FileText, string>> = {
  'file.mended':
    '{count, plural, one {# registro no tenía un lugar válido en su lista y quedó donde se muestra.} other {# registros no tenían lugares válidos en sus listas y quedaron donde se muestran.}}',
  'import.why-after-calendar': 'está después del calendario',
  'import.why-damaged': 'estaba dañado y se omite',
  'import.why-mark-without-note': 'tiene una llamada sin nota al pie',
  'import.why-missing-cells': 'le falta una celda',
  'import.why-note-without-mark': 'es una nota al pie sin llamada',
  'import.why-remark': 'no cita nada que se conozca',
  'import.why-surplus-cell': 'tiene una celda de más',
  'import.why-unplaced-quotation': 'no corresponde a ningún párrafo de un mandato',
  'import.why-unreadable-date': 'no se entiende como fecha',
  'refused.archive': '{name} es un archivo comprimido (zip), no un archivo de plan. Descomprímalo y abra el archivo de plan que contiene.',
  'refused.bad-base': '{name} contiene propuestas, pero no dice sobre qué plan.',
  'refused.bad-header': '{name} es un archivo de plan cuyo encabezado no se puede leer ({field}).',
  'refused.damaged': '{name} está dañado y no se puede leer. Ábralo en un procesador de textos, guárdelo de nuevo e inténtelo otra vez.',
  'refused.empty': '{name} está vacío.',
  'refused.encrypted': '{name} está protegido con contraseña. Guárdelo sin ella e inténtelo de nuevo.',
  'refused.folder': '{name} es una carpeta, no un archivo.',
  'refused.missing': 'No se encontró {name}.',
  'refused.newer-version':
    '{name} fue escrito por {by, select, unknown {un programa más nuevo} other {{by}}} en la versión {version} del formato; este programa lee hasta la versión {newest}. Actualice Mandato para abrirlo.',
  'refused.no-calendar':
    '{name} no tiene calendario: un plan de trabajo tiene una tabla con columnas de fecha, mandato y actividad, o filas que comienzan con una fecha.',
  'refused.no-plan': '{name} es un archivo de Mandato, pero no contiene un plan.',
  'refused.no-proposals': '{name} contiene un plan o un registro, y ninguna propuesta.',
  'refused.no-sender': '{name} no dice de quién son las propuestas que contiene.',
  'refused.not-a-plan-file': '{name} no es un archivo de plan de Mandato.',
  'refused.not-json': '{name} está dañado: termina antes de tiempo o tiene caracteres que un archivo de plan nunca tiene. Pídalo de nuevo.',
  'refused.not-text': '{name} no es un archivo de plan, ni un documento de Word (.docx), ni una página web, ni texto.',
  'refused.not-word':
    '{name} es un archivo comprimido, pero no un documento de Word (.docx). Guarde el documento como .docx e inténtelo de nuevo.',
  'refused.old-word': '{name} está en el formato de un procesador antiguo (.doc). Guárdelo como .docx e inténtelo de nuevo.',
  'refused.other-kind': '{name} es un archivo de Mandato de una clase que esta versión no conoce. Actualice Mandato para abrirlo.',
  'refused.other-plan': '{name} contiene propuestas sobre otro plan, {title}.',
  'refused.proposals': '{name} contiene propuestas. Incorpórelas a su plan.',
  'refused.too-deep': '{name} tiene más niveles que cualquier archivo de plan; no se abrió.',
  'refused.too-large':
    '{megabytes, plural, =0 {{name} contiene más que cualquier plan y no se leyó.} other {{name} ocupa más de # MB, más que cualquier plan.}}',
  'refused.too-many': '{name} contiene más valores que cualquier archivo de plan; no se abrió.',
  'refused.unreadable': 'No se pudo leer {name}{code, select, none {} other { ({code})}}.',
  'refused.unusable': '{name} no se puede usar como plan: está dañado o es de otro tipo.',
}
