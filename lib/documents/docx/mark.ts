import { paragraph } from './words'
import { el, NAMESPACES, type Xml } from './xml'

/** The head of a page: its number, where it has one, and the mark across the page, which word processors keep there. */
export function headerWith(mark: string | null, numbered: boolean): Xml {
  const content = [...(numbered ? [PAGE_NUMBER] : []), ...(mark === null ? [] : [picture(mark)])]
  return el('w:hdr', NAMESPACES, paragraph(content, { align: 'center' }))
}

const PAGE_NUMBER = el('w:fldSimple', { 'w:instr': ' PAGE ' }, el('w:r', {}, el('w:t', {}, '2')))

/** Stretched words, as Word itself writes a watermark. */
function picture(words: string): Xml {
  const style = [
    'position:absolute;margin-left:0;margin-top:0;width:500pt;height:125pt;rotation:306;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:page',
    'mso-position-vertical:center;mso-position-vertical-relative:page',
  ].join(';')
  return el(
    'w:r',
    {},
    el(
      'w:pict',
      {},
      WORD_ART,
      el(
        'v:shape',
        {
          id: 'PowerPlusWaterMarkObject',
          'o:spid': '_x0000_s2049',
          type: '#_x0000_t136',
          style,
          'o:allowincell': 'f',
          fillcolor: '#c0c0c0',
          stroked: 'f',
        },
        el('v:fill', { opacity: '.5' }),
        el('v:textpath', { style: 'font-family:"Times New Roman";font-size:1pt;font-weight:bold', string: words }),
      ),
    ),
  )
}

const WORD_ART = el(
  'v:shapetype',
  {
    id: '_x0000_t136',
    coordsize: '21600,21600',
    'o:spt': 136,
    adj: 10800,
    path: 'm@7,l@8,m@5,21600l@6,21600e',
  },
  el(
    'v:formulas',
    {},
    ...[
      'sum #0 0 10800',
      'prod #0 2 1',
      'sum 21600 0 @1',
      'sum 0 0 @2',
      'sum 21600 0 @3',
      'if @0 @3 0',
      'if @0 21600 @1',
      'if @0 0 @2',
      'if @0 @4 21600',
      'mid @5 @6',
      'mid @8 @5',
      'mid @7 @8',
      'mid @6 @7',
      'sum @6 0 @5',
    ].map((eqn) => el('v:f', { eqn })),
  ),
  el('v:path', {
    textpathok: 't',
    'o:connecttype': 'custom',
    'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
    'o:connectangles': '270,180,90,0',
  }),
  el('v:textpath', { on: 't', fitshape: 't' }),
)
