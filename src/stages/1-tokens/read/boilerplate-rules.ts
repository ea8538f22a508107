export interface BoilerplateRule {
  readonly name: string
  readonly example: string
  /** Fits a whole paragraph, or a whole sentence at the article's end. Bounded repeats only: no backtracking without end. */
  readonly pattern: RegExp
  /** Only in the last two paragraphs; elsewhere the same words may be the article's. */
  readonly atEnd?: true
  /** In characters; 250 where nothing is said. */
  readonly most?: number
}

/** What may stand before the first word: a bracket, a bullet, a dash. Never a quotation mark: what is quoted is somebody's. */
export const lead = String.raw`^[\s(\[*•·_>–—―-]{0,4}`

const oneOf = (...words: readonly string[]): string => `(?:${words.join('|')})`

const story = oneOf('story', 'article', 'piece', 'report', 'post', 'op-ed', 'interview', 'essay', 'column', 'analysis', 'commentary', 'dispatch', 'feature', 'text', 'transcript')
const network = oneOf(
  ...['Twitter', 'Facebook', 'Instagram', 'YouTube', 'LinkedIn', 'Telegram', 'WhatsApp', 'TikTok', 'Threads', 'Mastodon', 'Bluesky'],
  ...['Google News', 'Apple News', String.raw`X\b`, 'social media', String.raw`@\w`, String.raw`#\w`, String.raw`[\w.+-]{1,40}@[\w-]{1,40}\.\w`]
)
const profession = oneOf(
  ...['reporter', 'correspondent', 'writer', 'columnist', 'journalist', 'editor', 'contributor', 'fellow', 'producer', 'author', 'analyst'],
  ...['blogger', 'freelancer', 'commentator', 'professor', 'bureau chief']
)
const maker = oneOf(
  ...['AP', 'AFP', 'EPA', 'Reuters', 'REUTERS', 'Getty', 'Shutterstock', 'TASS', 'Sputnik', 'Kyodo', 'Xinhua', 'Yonhap', 'Bloomberg', 'NASA'],
  ...['Wikimedia', 'Flickr', 'iStock', 'Alamy', 'Kremlin', 'Creative Commons', '[Hh]andout', '[Cc]ourtesy', '[Pp]hoto', 'Image', '[Ff]ile']
)
const picture = oneOf('photo(?:graph)?', 'image', 'picture', 'pic', 'illustration', 'graphic', 'caption', 'credits?', 'video', 'map', 'source image')
const desk = oneOf('reporting', 'writing', 'editing', 'edited', 'written', 'compiled', 'produced', 'translated', 'translation', 'research', 'photography', 'graphics?')
const word = String.raw`\p{Lu}[\p{L}.'’-]*`
const deskWord = oneOf(word, 'and', 'in', 'by', 'of', 'the', 'for', 'from', 'at', 'with', 'editing', 'writing', 'additional', 'reporting')

/** In either case of letters. */
const anyCase = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'iu')
/** Where a capital means a name. */
const asWritten = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'u')

/** What a mere opening does not show; `data/boilerplate-openings.tsv` has those. Ordered; the first that fits names the stretch. */
export const boilerplateRules: readonly BoilerplateRule[] = [
  {
    name: 'first-appeared',
    example: 'This story first appeared on Sputnik & is reposted here with permission.',
    pattern: anyCase(
      lead,
      `(?:this|the) ${story} (?:was |has been |is )?`,
      oneOf('first', 'originally', 'previously'),
      ' ',
      oneOf('appeared', 'published', 'posted', 'ran', 'aired', 'printed', 'released'),
      '\\b'
    )
  },
  {
    name: 'first-published',
    example: 'Originally published at halvardcourier.example.',
    pattern: anyCase(lead, '(?:first|originally|previously) (?:appeared|published|posted|printed) (?:on|in|at|by) [^,;]{2,80}$'),
    most: 120
  },
  {
    name: 'version-appeared',
    example: 'A version of this article appears in print on page A4 of the Halvard Courier.',
    pattern: anyCase(
      lead,
      `(?:an? )?(?:(?:longer|shorter|earlier|previous) )?version of this ${story} (?:also |first |originally |previously )?`,
      oneOf('appear', 'ran\\b', 'was', 'misstated', 'misspelled', 'incorrectly', 'included', 'gave', 'said')
    )
  },
  {
    name: 'republished',
    example: 'Reprinted with permission from the Halvard Courier.',
    pattern: anyCase(
      lead,
      `(?:this ${story} (?:was|is|has been) )?re(?:published|posted|printed|produced) (?:here )?(?:with|from|courtesy|by|under)\\b`
    )
  },
  {
    name: 'updated',
    example: 'This story has been updated with the minister’s reply.',
    pattern: anyCase(
      lead,
      `this (?:breaking (?:news )?)?${story} (?:has been|was|is being|will be|is)(?: last)? `,
      oneOf('updated', 'corrected', 'amended', 'edited', 'changed', 'revised', 'developing', 'breaking'),
      '\\b'
    )
  },
  {
    name: 'read-the-whole',
    example: 'Read the full statement: a text of eleven pages',
    pattern: anyCase(
      lead,
      '(?:(?:read|see|watch|listen to|view|hear) the (?:full|rest|whole|original|entire|complete)|more (?:on|from|about|in) (?:this|the|our)|more from)\\b.{0,60}(?::.{0,200}|\\W{0,3})$'
    )
  },
  {
    name: 'read-here',
    example: 'Watch the video below.',
    pattern: anyCase(lead, '(?:read|see|watch|listen|view|find|download|check out)\\b.{0,120}\\b(?:here|below|above)\\W{0,3}$'),
    most: 150
  },
  {
    name: 'follow',
    example: 'Follow Jane Doe on Twitter: @janedoe.',
    pattern: anyCase(lead, `(?:you can )?(?:on (?:Twitter|Facebook|Instagram),? )?follow(?: [^.,;]{2,110}(?: on| at| via|:))? ${network}`)
  },
  {
    name: 'find-us',
    example: 'Like us on Facebook.',
    pattern: anyCase(lead, `(?:you can )?(?:find|join|like|connect with|message|visit|talk to) (?:us|me|him|her|them)\\b.{0,60}${network}`)
  },
  {
    name: 'write-to',
    example: 'Contact Jane Doe at jane.doe@halvardcourier.example.',
    pattern: anyCase(lead, '(?:you can )?(?:reach|e-?mail|contact|write to)\\b.{1,80}[\\w.+-]{1,40}@[\\w-]{1,40}\\.\\w')
  },
  {
    name: 'handle',
    example: 'Twitter: @janedoe.',
    pattern: anyCase(lead, '(?:(?:Twitter|Facebook|Instagram|e-?mail)(?: handle)?: ?.{1,60}|@[\\w.]{2,40}\\W{0,2})$'),
    atEnd: true,
    most: 90
  },
  {
    name: 'newsletter',
    example: 'The Island Brief: our free newsletter, in your inbox every Friday.',
    pattern: anyCase('\\b(?:our (?:(?:free|daily|weekly|morning|evening) ){0,3}newsletter|(?:to|in) your inbox|our mailing list|our app)\\b'),
    most: 160
  },
  {
    name: 'copyright',
    example: '© 2016 Fictional Press. All rights reserved.',
    pattern: anyCase(
      lead,
      oneOf('©', '\\(c\\) ?\\d', 'copyright\\b(?: ?[©(]| (?:by )?\\d{4}|: |.{0,80}\\ball rights reserved)', 'this (?:material|content) (?:may|can)(?:not)?\\b', '(?:no part of this|reproduction)\\b.{0,80}\\bwithout\\b')
    ),
    most: 400
  },
  {
    name: 'reporting-in-brackets',
    example: '(Reporting by Jane Doe; Editing by John Roe)',
    pattern: anyCase(
      `^[(\\[](?:(?:additional|further|extra|with) )?${desk}(?: and ${desk})?(?: (?:contributed|provided|also))? by:? [^()]{2,380}\\)?[.)\\]]{0,3}$`
    ),
    most: 400
  },
  {
    name: 'reporting',
    example: 'Reporting by Jane Doe in Lima; editing by John Roe',
    pattern: asWritten(
      lead,
      '(?:[Aa]dditional )?',
      oneOf('[Rr]eporting', 'Writing', 'Editing', 'Edited', 'Written', 'Compiled', 'Produced', 'Translated', 'Translation', 'Photographs'),
      `(?: and (?:editing|writing))? by:? ${word}(?:[,;]? ${deskWord}){0,40}\\.?$`
    ),
    most: 400
  },
  {
    name: 'contributed',
    example: 'Fictional Press writer Jane Doe in Lima contributed to this report.',
    pattern: asWritten(`^[^"“”]{2,220}\\bcontributed (?:reporting )?(?:to|for) (?:this|the) ${story}\\b`),
    most: 300
  },
  {
    name: 'contributing',
    example: 'Contributing: Jane Doe, Fictional Press.',
    pattern: asWritten(`^(?:Contributing: .{2,150}|(?:${word},? (?:and )?){1,6}contributed\\.)$`),
    atEnd: true
  },
  {
    name: 'reported-from',
    example: 'Doe reported from Lima; Roe, from Tokyo.',
    pattern: asWritten(`^(?:${word},? (?:and )?){1,6}reported from \\p{Lu}[^"“”]{2,90}$`),
    atEnd: true,
    most: 140
  },
  {
    name: 'assistance',
    example: '— With assistance from Jane Doe.',
    pattern: anyCase(
      lead,
      '(?:with (?:assistance|reporting|contributions?|files|inputs?|material|agency|additional reporting)(?: reporting)? (?:by|from)\\b|(?:with )?(?:agency )?(?:inputs|agencies)\\W{0,2}$)'
    ),
    atEnd: true
  },
  {
    name: 'byline',
    example: 'By Jane Doe, Fictional Press',
    pattern: asWritten(`^(?:[Bb]y|BY|Author:|Written by) ${word}(?: (?:${word}|de|la|van|von|der|bin|al|and|&)){1,9}(?: ?[,|(·•–—-].{0,80})?$`),
    most: 160
  },
  {
    name: 'caption-label',
    example: 'Photo: the harbour of Port Halvard, Jane Doe / Fictional Press',
    pattern: anyCase(
      lead,
      `(?:(?:file |cover |main |featured |top |lead )?${picture}s?(?:(?: |/|-)(?:credits?|caption|by|courtesy|from|via)(?: of| by)?)?) ?(?:[:/©|]|(?<=by|courtesy|of|via) )`
    ),
    most: 300
  },
  {
    name: 'caption-credit',
    example: 'Fishing boats in the harbour of Port Halvard. (Fictional Press Photo/Jane Doe)',
    pattern: asWritten(
      '[(\\[][^()[\\]]{0,60}',
      oneOf(
        `${maker}(?: (?:Photo|Images|Archive|Service))?[/:][^()[\\]]{1,60}`,
        '(?:AP|AFP|Getty|Reuters|REUTERS|Press) (?:Photo|Images)[^()[\\]]{0,60}',
        '(?:Photo|Image|Picture|Credit|File)(?: credit| by|:) ?[^()[\\]]{1,60}',
        '[Ff]ile [Pp]hoto'
      ),
      '[)\\]]\\W{0,2}$'
    ),
    most: 500
  },
  {
    name: 'credit-alone',
    example: 'REUTERS/Jane Doe',
    pattern: asWritten(
      lead,
      oneOf(`${maker} ?/ ?\\p{Lu}[^.!?/]{2,60}`, `\\p{Lu}[\\p{L}.'’ -]{2,40} ?/ ?(?:${maker}|\\p{Lu}[\\p{L} ]{2,30}(?:Press|Agency|News|Images|Photos?|Archive))`),
      '(?: ?/ ?[^.!?]{2,40})?\\W{0,2}$'
    ),
    most: 90
  },
  {
    name: 'editor-note',
    example: 'Editor’s note: this article is fiction.',
    pattern: anyCase(
      lead,
      "(?:editor['’]?s?['’]? note|ed\\. ?note|author['’]s note|note to (?:readers|editors)|correction|clarification|disclaimer|disclosure)s?(?: [(\\[][^)\\]]{1,40}[)\\]])?\\W{0,3}[:—–-]"
    ),
    most: 600
  },
  {
    name: 'views',
    example: 'The views expressed in this article are the author’s own.',
    pattern: anyCase(
      lead,
      '(?:the )?(?:views|opinions)\\b.{0,80}',
      oneOf('(?:expressed|stated|contained)\\b.{0,60}\\b(?:are|do not|belong)', "are (?:his|her|their|the author['’]s|the writer['’]s) own", 'do not (?:necessarily )?(?:reflect|represent)'),
      '\\b'
    ),
    most: 400
  },
  {
    name: 'about-author',
    example: 'Jane Doe is a staff reporter for the Halvard Courier.',
    pattern: asWritten(
      lead,
      `${word}(?: ${word}){1,3} (?:is|was|covers|writes|reports)\\b[^"“”]{0,60}\\b`,
      oneOf(
        `${profession}s?\\b[^"“”]{0,30} (?:at|for|of|with|based|covering|who covers)\\b[^"“”]{0,120}`,
        '(?:for|about) the \\p{Lu}[^"“”]{0,60}',
        '(?:a )?members? of [^"“”]{2,60}[Bb]oard of [Cc]ontributors[^"“”]{0,20}'
      ),
      '$'
    ),
    atEnd: true,
    most: 220
  },
  {
    name: 'sources',
    example: 'Sources: Halvard Courier, Fictional Press',
    pattern: anyCase(lead, '(?:sources?|via|(?:media )?contacts?) ?: ?.{1,120}$'),
    atEnd: true,
    most: 140
  },
  {
    name: 'signs-only',
    example: '* * *',
    pattern: asWritten('^[#*_~=–—-](?: ?[#*_~=–—-]){1,60}$'),
    most: 130
  }
]
