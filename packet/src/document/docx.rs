//! A document as Word file: real headings, real lists, real links, its language and direction named.
//! docx-rs writes the parts; the properties and the archive are ours, so that equal documents give equal bytes.

mod archive;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, BreakType, Docx, Footer, Hyperlink, HyperlinkData,
    HyperlinkType, IndentLevel, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumberFormat,
    Numbering, NumberingId, PageMargin, PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, Tab, TabValueType, Table,
    TableBorder, TableBorderPosition, TableBorders, TableCell, TableLayoutType, TableRow, WidthType,
};
use jiff::Timestamp;

use self::archive::archive;
use super::{Block, Direction, Document, DocumentError, Inline};

/// The list of dots (1 is one the library always writes); numbered lists follow, each with a numbering of its own.
const DOTS: usize = 2;
/// Twips: a twentieth of a point, 1440 to the inch.
const INCH: i32 = 1440;
/// How deep a list goes in; [`super::markup`] nests no deeper.
const DEEPEST: usize = 6;

pub(super) fn write(document: &Document, at: Timestamp) -> Result<Vec<u8>, DocumentError> {
    let mut writer = Writer { document, parts: Vec::new(), paragraphs: 0, links: 0, lists: Vec::new() };
    writer.head();
    writer.blocks(&document.body, Place::default());
    writer.signature();
    writer.rolls();
    let docx = writer.lists.into_iter().fold(styled(), |docx, (id, levels)| {
        docx.add_abstract_numbering(levels).add_numbering(Numbering::new(id, id))
    });
    let docx = writer.parts.into_iter().fold(docx, |docx, part| match part {
        Part::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        Part::Table(table) => docx.add_table(*table),
    });
    let parts = docx.footer(foot(document)).build();
    archive(document, parts, at)
}

/// Where a block stands.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// The list it is in, with how deep it is.
    list: Option<(usize, usize)>,
    /// Whether it is the first block of its item, which carries the number.
    first: bool,
    /// In how many quotations it is.
    quotes: usize,
}

/// What stands under one another.
enum Part {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

struct Writer<'a> {
    document: &'a Document,
    parts: Vec<Part>,
    /// How many paragraphs there are, those of tables among them.
    paragraphs: usize,
    links: usize,
    /// The numbered lists, each by the id of its numbering.
    lists: Vec<(usize, AbstractNumbering)>,
}

impl Writer<'_> {
    fn add(&mut self, paragraph: Paragraph, direction: Direction) {
        let paragraph = self.named(paragraph, direction);
        self.parts.push(Part::Paragraph(Box::new(paragraph)));
    }

    /// The paragraph with its id, which counts, and its direction.
    fn named(&mut self, paragraph: Paragraph, direction: Direction) -> Paragraph {
        self.paragraphs += 1;
        let mut paragraph = paragraph.id(format!("{:08X}", self.paragraphs));
        if direction == Direction::RightToLeft {
            paragraph.property = paragraph.property.bidi(true);
        }
        paragraph
    }

    fn head(&mut self) {
        let document = self.document;
        let frame = document.frame_direction();
        if !document.kicker.is_empty() {
            self.add(Paragraph::new().style("Kicker").add_run(run(&document.kicker)), frame);
        }
        if !document.title.is_empty() {
            self.add(Paragraph::new().style("Title").add_run(run(&document.title)), frame);
        }
        for (number, line) in (1..).zip(&document.lines) {
            let mut of = Run::new();
            if !line.label.is_empty() {
                of = of.add_text(clean(&line.label)).add_tab();
            }
            let lines = line.value.lines().filter(|line| !line.trim().is_empty());
            for (number, line) in lines.enumerate() {
                if number > 0 {
                    of = of.add_break(BreakType::TextWrapping);
                }
                of = of.add_text(clean(line));
            }
            let style = if number == document.lines.len() { "LastFact" } else { "Facts" };
            self.add(Paragraph::new().style(style).add_run(of), frame);
        }
    }

    fn signature(&mut self) {
        let last = self.document.signature.len().saturating_sub(1);
        for (number, line) in self.document.signature.iter().enumerate() {
            let style = if number == 0 { "SignatureName" } else { "Signature" };
            self.add(
                Paragraph::new().style(style).keep_next(number < last).add_run(run(line)),
                self.document.direction,
            );
        }
    }

    /// Names in tables, whose first row is their head.
    fn rolls(&mut self) {
        let frame = self.document.frame_direction();
        for roll in &self.document.rolls {
            if !roll.heading.is_empty() {
                let style = if roll.level == 1 { "Heading1" } else { "Heading2" };
                self.add(Paragraph::new().style(style).keep_next(true).add_run(run(&roll.heading)), frame);
            }
            if !roll.note.is_empty() {
                self.add(Paragraph::new().style("BodyText").add_run(run(&roll.note)), frame);
            }
            if roll.rows.is_empty() {
                continue;
            }
            let mut rows = vec![self.row(&roll.head, "Kicker", frame)];
            rows.extend(roll.rows.iter().map(|row| self.row(row, "Signature", frame)));
            let half = INCH as usize * 13 / 4;
            let table = Table::without_borders(rows)
                .set_grid(vec![half, half])
                .width(half * 2, WidthType::Dxa)
                .layout(TableLayoutType::Fixed)
                .set_borders(
                    TableBorders::with_empty()
                        .set(TableBorder::new(TableBorderPosition::InsideH).size(4).color("787878"))
                        .set(TableBorder::new(TableBorderPosition::Bottom).size(4).color("787878")),
                );
            self.parts.push(Part::Table(Box::new(table)));
            // Two tables that touch would be one.
            self.add(Paragraph::new().style("Signature"), frame);
        }
    }

    fn row(&mut self, cells: &[String; 2], style: &str, direction: Direction) -> TableRow {
        let cells = cells.each_ref().map(|cell| {
            let paragraph = self.named(Paragraph::new().style(style).add_run(run(cell)), direction);
            TableCell::new().add_paragraph(paragraph).width(INCH as usize * 13 / 4, WidthType::Dxa)
        });
        TableRow::new(cells.into())
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for (number, block) in blocks.iter().enumerate() {
            let place = Place { first: place.first && number == 0, ..place };
            match block {
                Block::Heading { level, text } => {
                    let style = if *level == 1 { "Heading1" } else { "Heading2" };
                    self.text(Paragraph::new().style(style), text, place);
                }
                Block::Paragraph { text } => {
                    let style = match place {
                        Place { list: Some(_), .. } => "ListParagraph",
                        Place { quotes: 0, .. } => "BodyText",
                        Place { .. } => "Quote",
                    };
                    self.text(Paragraph::new().style(style), text, place);
                }
                Block::List { first, items } => {
                    let deep = place.list.map_or(0, |(_, deep)| (deep + 1).min(DEEPEST));
                    let list = match first {
                        Some(first) => self.numbered(*first),
                        None => DOTS,
                    };
                    for item in items {
                        self.blocks(item, Place { list: Some((list, deep)), first: true, ..place });
                    }
                }
                Block::Quote { blocks } => {
                    self.blocks(blocks, Place { quotes: place.quotes + 1, ..place });
                }
            }
        }
    }

    /// A numbering of its own for every numbered list, so that each begins with its own number.
    fn numbered(&mut self, first: u64) -> usize {
        let id = DOTS + self.lists.len() + 1;
        let first = usize::try_from(first).unwrap_or(1);
        let levels = (0..=DEEPEST).fold(AbstractNumbering::new(id), |list, deep| {
            list.add_level(level(deep, "decimal", &format!("%{}.", deep + 1), first))
        });
        self.lists.push((id, levels));
        id
    }

    fn text(&mut self, mut paragraph: Paragraph, text: &[Inline], place: Place) {
        if let Some((list, deep)) = place.list {
            paragraph = if place.first {
                paragraph.numbering(NumberingId::new(list), IndentLevel::new(deep))
            } else {
                paragraph.indent(Some(indent(deep)), None, None, None)
            };
        }
        for piece in text {
            let piece_run = inline(piece);
            paragraph = match &piece.link {
                Some(url) => {
                    self.links += 1;
                    let mut link = Hyperlink::new(url, HyperlinkType::External);
                    // The library counts its links over the whole life of the program; the file counts its own.
                    if let HyperlinkData::External { rid, .. } = &mut link.link {
                        *rid = format!("rIdLink{}", self.links);
                    }
                    paragraph.add_hyperlink(link.add_run(piece_run.style("Hyperlink")))
                }
                None => paragraph.add_run(piece_run),
            };
        }
        self.add(paragraph, self.document.direction);
    }
}

fn run(text: &str) -> Run {
    Run::new().add_text(clean(text))
}

fn inline(piece: &Inline) -> Run {
    let mut run = Run::new();
    if piece.text == "\n" {
        return run.add_break(BreakType::TextWrapping);
    }
    run = run.add_text(clean(&piece.text));
    if piece.strong {
        run = run.bold();
    }
    if piece.emphasis {
        run = run.italic();
    }
    run
}

/// Without what XML cannot hold.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .filter(|&c| c == '\t' || (u32::from(c) >= 0x20 && !matches!(c, '\u{FFFE}' | '\u{FFFF}')))
        .collect()
}

/// The number and dates of a page, and the line of the document.
fn foot(document: &Document) -> Footer {
    let mut paragraph = Paragraph::new().id("0F000001").style("Footer");
    if !document.foot.is_empty() {
        paragraph = paragraph.add_run(run(&document.foot).add_tab());
    }
    if document.frame_direction() == Direction::RightToLeft {
        paragraph.property = paragraph.property.bidi(true);
    }
    Footer::new().add_paragraph(paragraph.add_page_num(PageNum::new()))
}

fn indent(deep: usize) -> i32 {
    INCH * 3 / 10 * i32::try_from(deep + 1).unwrap_or(1)
}

fn level(deep: usize, format: &str, text: &str, first: usize) -> Level {
    Level::new(
        deep,
        Start::new(first),
        NumberFormat::new(format),
        LevelText::new(text),
        LevelJc::new("start"),
    )
    .indent(Some(indent(deep)), Some(SpecialIndentType::Hanging(INCH * 3 / 10)), None, None)
}

/// The page and the styles every document has. The faces are ones a clerk's machine has.
fn styled() -> Docx {
    let serif = RunFonts::new().ascii("Georgia").hi_ansi("Georgia").cs("Times New Roman");
    let sans = || RunFonts::new().ascii("Arial").hi_ansi("Arial").cs("Arial");
    let dots = (0..=DEEPEST)
        .fold(AbstractNumbering::new(DOTS), |list, deep| list.add_level(level(deep, "bullet", "•", 1)));
    let space = |before: u32, after: u32| LineSpacing::new().before(before).after(after);
    let loose = |after: u32| LineSpacing::new().after(after).line(320).line_rule(LineSpacingType::Auto);
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");

    let mut facts = style("Facts", "Facts")
        .indent(Some(INCH * 5 / 4), Some(SpecialIndentType::Hanging(INCH * 5 / 4)), None, None)
        .line_spacing(space(0, 80));
    facts.paragraph_property = facts
        .paragraph_property
        .add_tab(Tab::new().val(TabValueType::Left).pos(INCH as usize * 5 / 4))
        .keep_lines(true);
    let mut title = style("Title", "Title").size(44).next("BodyText").line_spacing(space(120, 240));
    title.paragraph_property =
        title.paragraph_property.keep_next(true).set_borders(ParagraphBorders::with_empty().set(
            ParagraphBorder::new(ParagraphBorderPosition::Top).val(BorderType::Single).size(12).space(10),
        ));
    let heading = |id: &str, name: &str, size: usize, outline: usize| {
        let mut heading =
            style(id, name).size(size).next("BodyText").outline_lvl(outline).line_spacing(space(280, 120));
        heading.paragraph_property = heading.paragraph_property.keep_next(true);
        heading
    };
    let mut name = style("SignatureName", "Signature Name").line_spacing(space(320, 40));
    name.paragraph_property = name.paragraph_property.keep_lines(true);
    let mut footer = style("Footer", "footer").fonts(sans()).size(15);
    footer.paragraph_property =
        footer.paragraph_property.add_tab(Tab::new().val(TabValueType::Right).pos(INCH as usize * 13 / 2));

    Docx::new()
        .page_size(12_240, 15_840)
        .page_margin(PageMargin {
            top: INCH,
            left: INCH,
            bottom: INCH,
            right: INCH,
            header: INCH / 2,
            footer: INCH / 2,
            gutter: 0,
        })
        .default_fonts(serif)
        .default_size(22)
        .add_abstract_numbering(dots)
        .add_numbering(Numbering::new(DOTS, DOTS))
        .add_style(style("Kicker", "Kicker").fonts(sans()).size(16).line_spacing(space(0, 120)))
        .add_style(title)
        .add_style(facts)
        .add_style(
            Style::new("LastFact", StyleType::Paragraph)
                .name("Last Fact")
                .based_on("Facts")
                .line_spacing(space(0, 360)),
        )
        .add_style(heading("Heading1", "heading 1", 30, 0))
        .add_style(heading("Heading2", "heading 2", 25, 1))
        .add_style(style("BodyText", "Body Text").line_spacing(loose(200)))
        .add_style(style("ListParagraph", "List Paragraph").line_spacing(loose(100)))
        .add_style(
            style("Quote", "Quote")
                .indent(Some(INCH / 3), None, Some(INCH / 3), None)
                .line_spacing(loose(200)),
        )
        .add_style(name)
        .add_style(style("Signature", "Signature").line_spacing(space(0, 40)))
        .add_style(footer.align(AlignmentType::Start))
        .add_style(Style::new("Hyperlink", StyleType::Character).name("Hyperlink").underline("single"))
}
