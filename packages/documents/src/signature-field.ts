import { signatureDictionary } from '@countersign/seal/placeholder'
import type { Archive, Inside } from './archive'

type Box = { x: number; y: number; width: number; height: number }

/**
 * Puts a field for the electronic seal over something already drawn on the current page, with room for the seal. Its
 * own appearance is empty: what is to be seen is part of the page, where everybody's viewer shows it.
 */
export function signatureField(
  { doc, root }: Archive,
  field: { token: string; name: string; meaning: string; box: Box },
): void {
  const inside = doc as unknown as Inside
  const { x, y, width, height } = field.box
  const signature = inside.ref(signatureDictionary(field.token))
  signature.end()
  const appearance = inside.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: {},
  })
  appearance.end('')

  const form = doc.struct('Form', { alt: field.meaning })
  root.add(form)
  doc.annotate(x, y, width, height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(field.name),
    TU: new String(field.meaning),
    // Printed, and locked.
    F: 4 + 128,
    V: signature,
    AP: { N: appearance },
    structParent: form,
  } as unknown as PDFKit.Mixins.AnnotationOption)
  // Now, while the page is the current one: pdfkit writes that into the element.
  form.end()

  // pdfkit's own initForm writes NeedAppearances, which PDF/A forbids; it then asks for fonts, which a seal has none of.
  inside._acroform = { fonts: {}, defaultFont: 'none' }
  // Signatures exist, and the file may only be appended to.
  const fields = [inside.page.annotations.at(-1)]
  inside._root.data.AcroForm = inside.ref({ Fields: fields, SigFlags: 3, DR: { Font: {} } })
  inside._root.data.Perms = { DocMDP: signature }
}
