//! Pictures that people send, drawn anew: nothing of the file itself is kept, neither its metadata nor whatever else
//! it may hold. What a file is, is told by its content alone; what would take too much memory is refused unread.

use std::io::Cursor;
use std::sync::LazyLock;

use bytes::Bytes;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder as _, ImageError, Limits, RgbImage, RgbaImage, imageops,
};
use redress_domain::{Media, UploadKind};
use redress_store::Upload;
use resvg::usvg::{self, roxmltree};
use resvg::{tiny_skia, usvg::ImageHrefResolver};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;

use crate::shelf::{Shelf, ShelfFault};

/// The longest side and the most pixels: what phones and cameras take.
const LONGEST_SIDE: u32 = 12_000;
const MOST_PIXELS: u64 = 40_000_000;
/// The most memory that decoding takes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// A drawing's size, its elements once those that it uses again are counted again, and how deep they stand.
const LARGEST_DRAWING: usize = 512 * 1024;
const MOST_ELEMENTS: usize = 5_000;
const DEEPEST: usize = 48;
const JPEG_QUALITY: u8 = 85;

/// Pictures are drawn one after the other: each may take the memory named above.
static DRAWING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureRefused {
    /// No PNG, JPEG, WebP or SVG.
    #[error("it is no picture of a kind that is taken")]
    Kind,
    /// More bytes than are taken.
    #[error("the file is too large")]
    TooLarge,
    /// More pixels than are taken.
    #[error("it has too many pixels")]
    TooManyPixels,
    /// Cut off, or not what it says it is.
    #[error("it cannot be read")]
    Damaged,
    /// A drawing with more in it than a drawing.
    #[error("the drawing holds what is not drawn")]
    Drawing,
    /// A drawing with text, whose fonts are not here.
    #[error("the drawing holds text")]
    DrawingText,
}

impl PictureRefused {
    /// The key of the sentence that says what to do.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Kind => "error-picture-kind",
            Self::TooLarge => "error-picture-large",
            Self::TooManyPixels => "error-picture-pixels",
            Self::Damaged => "error-picture-damaged",
            Self::Drawing => "error-picture-drawing",
            Self::DrawingText => "error-picture-drawing-text",
        }
    }
}

/// A picture as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Its format.
    pub media: Media,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Drawn {
    /// SHA-256 of the file, in hexadecimal digits.
    pub fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }
}

/// A picture's file.
pub async fn read(storage: &std::path::Path, upload: &Upload) -> Result<Bytes, ShelfFault> {
    Shelf::open(storage)?.get(&upload.path).await
}

/// Draws a picture anew, on a thread for such work.
pub async fn redraw(bytes: Bytes, kind: UploadKind) -> Result<Drawn, PictureRefused> {
    let turn = DRAWING.acquire().await;
    let drawn = tokio::task::spawn_blocking(move || draw(&bytes, kind)).await;
    drop(turn);
    // A decoder that gives up in the middle of a file has met one that is not sound.
    drawn.unwrap_or(Err(PictureRefused::Damaged))
}

/// Draws a picture anew: at most as large as its kind is kept, turned upright, without metadata.
pub fn draw(bytes: &[u8], kind: UploadKind) -> Result<Drawn, PictureRefused> {
    let damaged = refused_by;
    let reader = || Cursor::new(bytes);
    let picture = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        decode(PngDecoder::with_limits(reader(), limits()).map_err(damaged)?)?
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        decode(JpegDecoder::new(reader()).map_err(damaged)?)?
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        decode(WebPDecoder::new(reader()).map_err(damaged)?)?
    } else if is_drawing(bytes) {
        return encode(DynamicImage::ImageRgba8(rasterize(bytes, kind)?), kind);
    } else {
        return Err(PictureRefused::Kind);
    };
    let longest = kind.longest_side();
    let picture = if picture.width().max(picture.height()) > longest {
        picture.resize(longest, longest, imageops::FilterType::CatmullRom)
    } else {
        picture
    };
    encode(picture, kind)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

fn refused_by(error: ImageError) -> PictureRefused {
    match error {
        ImageError::Limits(_) => PictureRefused::TooManyPixels,
        _ => PictureRefused::Damaged,
    }
}

fn decode(mut decoder: impl ImageDecoder) -> Result<DynamicImage, PictureRefused> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > LONGEST_SIDE || pixels > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureRefused::TooManyPixels);
    }
    decoder.set_limits(limits()).map_err(refused_by)?;
    let orientation = decoder.orientation().map_err(refused_by)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused_by)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn encode(picture: DynamicImage, kind: UploadKind) -> Result<Drawn, PictureRefused> {
    let (width, height) = (picture.width(), picture.height());
    let mut bytes = Vec::new();
    let media = match kind {
        UploadKind::Logo => {
            let pixels = picture.into_rgba8();
            PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
                .write_image(&pixels, width, height, image::ExtendedColorType::Rgba8)
                .map_err(|_| PictureRefused::Damaged)?;
            Media::Png
        }
        UploadKind::Portrait => {
            let pixels = on_white(&picture.into_rgba8());
            JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
                .write_image(&pixels, width, height, image::ExtendedColorType::Rgb8)
                .map_err(|_| PictureRefused::Damaged)?;
            Media::Jpeg
        }
    };
    Ok(Drawn { media, width, height, bytes })
}

fn on_white(pixels: &RgbaImage) -> RgbImage {
    let mut flat = RgbImage::new(pixels.width(), pixels.height());
    for (to, from) in flat.pixels_mut().zip(pixels.pixels()) {
        let alpha = u16::from(from.0[3]);
        for (to, from) in to.0.iter_mut().zip(&from.0[..3]) {
            let mixed = (u16::from(*from) * alpha + 255 * (255 - alpha)) / 255;
            *to = u8::try_from(mixed).unwrap_or(255);
        }
    }
    flat
}

/// Whether it is text whose first element is `svg`.
fn is_drawing(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            // What a document type holds inside its brackets is refused further on.
            _ if rest.starts_with("<!DOCTYPE svg") => return true,
            _ => break,
        };
        let Some((_, after)) = rest.split_once(end) else { return false };
        rest = after.trim_start();
    }
    let name =
        rest.strip_prefix('<').and_then(|rest| rest.split(|c: char| c.is_whitespace() || c == '>').next());
    name.is_some_and(|name| name.rsplit(':').next() == Some("svg"))
}

/// Elements that are no part of a drawing, or that take more work than a logo is worth.
const REFUSED: &[&str] = &[
    "script",
    "handler",
    "foreignObject",
    "image",
    "feImage",
    "filter",
    "pattern",
    "marker",
    "animate",
    "animateMotion",
    "animateTransform",
    "set",
    "iframe",
    "audio",
    "video",
    "a",
    "tref",
    "cursor",
];

fn rasterize(bytes: &[u8], kind: UploadKind) -> Result<RgbaImage, PictureRefused> {
    if bytes.len() > LARGEST_DRAWING {
        return Err(PictureRefused::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PictureRefused::Kind)?;
    // Entities are how a short text becomes an endless one, and how another file is drawn in.
    if text.contains("<!ENTITY") {
        return Err(PictureRefused::Drawing);
    }
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: 4 * MOST_ELEMENTS as u32,
        ..roxmltree::ParsingOptions::default()
    };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => PictureRefused::Drawing,
        _ => PictureRefused::Damaged,
    })?;
    check_drawing(&document)?;
    let options = usvg::Options {
        resources_dir: None,
        // The pictures of a drawing are refused above; and none would be loaded.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_xmltree(&document, &options).map_err(|_| PictureRefused::Damaged)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = kind.longest_side() as f32 / width.max(height);
    let pixels = |side: f32| (side * scale).round().clamp(1.0, kind.longest_side() as f32) as u32;
    let mut canvas = tiny_skia::Pixmap::new(pixels(width), pixels(height)).ok_or(PictureRefused::Damaged)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let (width, height) = (canvas.width(), canvas.height());
    let straight: Vec<u8> = canvas
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        })
        .collect();
    RgbaImage::from_raw(width, height, straight).ok_or(PictureRefused::Damaged)
}

/// Walks the drawing as it will be drawn: what is used again is counted again, so that ten lines that use each other
/// ten times are the thousands they would become.
fn check_drawing(document: &roxmltree::Document<'_>) -> Result<(), PictureRefused> {
    let mut by_id = std::collections::HashMap::new();
    for node in document.root().descendants().filter(roxmltree::Node::is_element) {
        if let Some(id) = node.attribute("id") {
            by_id.insert(id, node);
        }
        let name = node.tag_name().name();
        if name == "text" {
            return Err(PictureRefused::DrawingText);
        }
        let style = name == "style" && node.children().filter_map(|child| child.text()).any(is_unsafe_style);
        if REFUSED.contains(&name) || style || node.attributes().any(|attribute| is_refused(&attribute)) {
            return Err(PictureRefused::Drawing);
        }
    }
    let mut waiting = vec![(document.root_element(), 1)];
    let mut seen = 0;
    while let Some((node, depth)) = waiting.pop() {
        seen += 1;
        if seen > MOST_ELEMENTS || depth > DEEPEST {
            return Err(PictureRefused::Drawing);
        }
        waiting.extend(node.children().filter(roxmltree::Node::is_element).map(|child| (child, depth + 1)));
        for attribute in node.attributes() {
            let used = references(&attribute).filter_map(|id| by_id.get(id));
            waiting.extend(used.map(|used| (*used, depth + 1)));
        }
    }
    Ok(())
}

/// The ids that an attribute draws in: `href="#a"`, `fill="url(#a)"`.
fn references<'a>(attribute: &roxmltree::Attribute<'a, '_>) -> impl Iterator<Item = &'a str> {
    let whole = (attribute.name() == "href").then(|| attribute.value().trim().strip_prefix('#')).flatten();
    let parts = attribute.value().split("url(").skip(1).filter_map(|part| {
        let id = part.split(')').next()?.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
        id.strip_prefix('#')
    });
    whole.into_iter().chain(parts)
}

fn is_refused(attribute: &roxmltree::Attribute<'_, '_>) -> bool {
    let (name, value) = (attribute.name(), attribute.value());
    let elsewhere = match name {
        "href" => !value.trim().starts_with('#'),
        "src" | "data" => true,
        _ => false,
    };
    // A line in dashes of a hair's breadth is a million lines.
    let dashed = name == "stroke-dasharray" && !matches!(value.trim(), "none" | "");
    let handler = name.len() > 2 && name.starts_with("on");
    let outside = value.split("url(").skip(1).any(|part| {
        !part.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'').starts_with('#')
    });
    elsewhere || dashed || handler || outside || (name == "style" && has_dashes(value))
}

fn has_dashes(style: &str) -> bool {
    style.split("stroke-dasharray").skip(1).any(|rest| {
        let value = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':');
        !(value.is_empty() || value.starts_with("none"))
    })
}

/// A sheet of styles that draws something in, or dashes.
fn is_unsafe_style(style: &str) -> bool {
    style.contains("url(") || style.contains("@import") || has_dashes(style)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let pixels = RgbaImage::from_pixel(width, height, image::Rgba([200, 30, 30, 128]));
        PngEncoder::new(&mut bytes)
            .write_image(&pixels, width, height, image::ExtendedColorType::Rgba8)
            .unwrap();
        bytes
    }

    /// A photograph, wider than high: red on the left, blue on the right.
    fn photograph(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let pixels = RgbImage::from_fn(width, height, |x, _| {
            image::Rgb(if x < width / 2 { [220, 10, 10] } else { [10, 10, 220] })
        });
        JpegEncoder::new_with_quality(&mut bytes, 90)
            .write_image(&pixels, width, height, image::ExtendedColorType::Rgb8)
            .unwrap();
        bytes
    }

    /// Puts an EXIF block into it: turned by a quarter, taken at a place.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
        exif.extend_from_slice(&[0, 2]);
        exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]); // orientation: 6
        exif.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0x26]); // where the place is
        exif.extend_from_slice(&[0, 0, 0, 0]);
        exif.extend_from_slice(b"GPS 42.3601 N 71.0589 W, camera 4711");
        let mut out = jpeg[..2].to_vec();
        out.extend_from_slice(&[0xFF, 0xE1]);
        out.extend_from_slice(&u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        out.extend_from_slice(&exif);
        out.extend_from_slice(&jpeg[2..]);
        out
    }

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(data);
        let mut out = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
        out.extend_from_slice(name);
        out.extend_from_slice(data);
        out.extend_from_slice(&crc.sum().to_be_bytes());
        out
    }

    /// A few bytes that say they are so many pixels.
    fn png_bomb(width: u32, height: u32) -> Vec<u8> {
        let mut header = Vec::new();
        header.extend_from_slice(&width.to_be_bytes());
        header.extend_from_slice(&height.to_be_bytes());
        header.extend_from_slice(&[8, 6, 0, 0, 0]);
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        out.extend(chunk(b"IHDR", &header));
        out.extend(chunk(b"IDAT", &[0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1]));
        out.extend(chunk(b"IEND", &[]));
        out
    }

    fn webp_bomb() -> Vec<u8> {
        let side = 50_000_u32 - 1;
        let mut canvas = vec![0, 0, 0, 0];
        canvas.extend_from_slice(&side.to_le_bytes()[..3]);
        canvas.extend_from_slice(&side.to_le_bytes()[..3]);
        let mut out = b"WEBPVP8X\x0a\0\0\0".to_vec();
        out.extend(canvas);
        out.extend_from_slice(b"VP8L\x0a\0\0\0\x2f\0\0\0\0\0\0\0\0\0");
        let mut whole = b"RIFF".to_vec();
        whole.extend_from_slice(&u32::try_from(out.len()).unwrap().to_le_bytes());
        whole.extend(out);
        whole
    }

    fn refused(bytes: &[u8]) -> PictureRefused {
        draw(bytes, UploadKind::Logo).err().unwrap()
    }

    fn pixel(drawn: &Drawn, x: u32, y: u32) -> [u8; 4] {
        image::load_from_memory(&drawn.bytes).unwrap().into_rgba8().get_pixel(x, y).0
    }

    #[test]
    fn a_logo_keeps_its_transparency_and_is_made_small() {
        let drawn = draw(&png(1_600, 400), UploadKind::Logo).unwrap();
        assert_eq!((drawn.media, drawn.width, drawn.height), (Media::Png, 800, 200));
        assert_eq!(pixel(&drawn, 10, 10)[3], 128);
        let drawn = draw(&png(64, 16), UploadKind::Portrait).unwrap();
        assert_eq!((drawn.media, drawn.width, drawn.height), (Media::Jpeg, 64, 16));
        let [red, green, ..] = pixel(&drawn, 8, 8);
        assert!((220..=232).contains(&red) && (134..=150).contains(&green), "{red} {green} on white");
    }

    #[test]
    fn a_photograph_is_turned_upright_and_tells_no_place() {
        let sent = with_exif(&photograph(64, 32));
        assert!(sent.windows(4).any(|window| window == b"GPS "));
        for kind in [UploadKind::Portrait, UploadKind::Logo] {
            let drawn = draw(&sent, kind).unwrap();
            assert_eq!((drawn.width, drawn.height), (32, 64), "turned by a quarter");
            let [red, _, blue, _] = pixel(&drawn, 16, 4);
            assert!(red > 180 && blue < 60, "what was on the left is above");
            for told in [b"GPS ".as_slice(), b"Exif", b"4711", b"eXIf"] {
                assert!(!drawn.bytes.windows(told.len()).any(|window| window == told));
            }
        }
    }

    #[test]
    fn bombs_are_refused_before_a_pixel_is_made() {
        for bomb in [png_bomb(50_000, 50_000), png_bomb(11_000, 11_000)] {
            assert!(bomb.len() < 200);
            assert_eq!(refused(&bomb), PictureRefused::TooManyPixels);
        }
        assert!(draw(&webp_bomb(), UploadKind::Logo).is_err());
        let mut jpeg = photograph(16, 16);
        let at = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap() + 5;
        jpeg[at..at + 4].copy_from_slice(&[0xC3, 0x50, 0xC3, 0x50]);
        assert_eq!(refused(&jpeg), PictureRefused::TooManyPixels);
    }

    #[test]
    fn what_is_no_picture_is_told_by_its_content() {
        let zip = b"PK\x03\x04\x14\0\0\0\x08\0 a bomb";
        let gzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
        let html = b"<!DOCTYPE html><html><script>alert(1)</script></html>";
        let page = b"<html><svg></svg></html>";
        let files: [&[u8]; 7] = [zip, &gzip, html, page, b"GIF89a\x01\0\x01\0", b"%PDF-1.7", b""];
        for file in files {
            assert_eq!(refused(file), PictureRefused::Kind, "{:?}", &file[..file.len().min(8)]);
        }
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused() {
        let whole = png(64, 64);
        assert_eq!(refused(&whole[..whole.len() / 2]), PictureRefused::Damaged);
        for part in [3, 20, 200] {
            assert_eq!(refused(&photograph(64, 64)[..part]), PictureRefused::Damaged, "{part}");
        }
        assert_eq!(refused(b"RIFF\x04\0\0\0WEBP"), PictureRefused::Damaged);
    }

    #[test]
    fn every_cut_of_a_picture_is_answered() {
        for file in [png(9, 9), with_exif(&photograph(16, 8)), DRAWING.as_bytes().to_vec()] {
            for end in 0..file.len() {
                let _ = draw(&file[..end], UploadKind::Logo);
            }
        }
    }

    #[test]
    fn a_picture_for_print_is_brought_to_the_colors_of_screens() {
        let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, CMYK).unwrap();
        let drawn = draw(&bytes, UploadKind::Portrait).unwrap();
        assert_eq!((drawn.width, drawn.height), (16, 16));
        let [red, green, blue, _] = pixel(&drawn, 8, 8);
        assert!(red > 200 && green < 110 && blue < 110, "{red} {green} {blue}");
    }

    const DRAWING: &str = r##"<?xml version="1.0"?><!-- made by hand -->
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">
        <defs><linearGradient id="g"><stop stop-color="#c00"/></linearGradient><rect id="r" width="10" height="10"/></defs>
        <use xlink:href="#r" fill="url(#g)"/></svg>"##;

    #[test]
    fn a_drawing_becomes_pixels() {
        let drawn = draw(DRAWING.as_bytes(), UploadKind::Logo).unwrap();
        assert_eq!((drawn.media, drawn.width, drawn.height), (Media::Png, 800, 400));
        assert_eq!(pixel(&drawn, 100, 200), [204, 0, 0, 255]);
        assert_eq!(pixel(&drawn, 600, 200)[3], 0, "what is not drawn on stays clear");
        let illustrator = format!(
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">{}",
            DRAWING.split_once("-->").unwrap().1
        );
        assert!(draw(illustrator.as_bytes(), UploadKind::Logo).is_ok());
    }

    #[test]
    fn a_drawing_with_more_in_it_than_a_drawing_is_refused() {
        let inside = |inside: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{inside}</svg>"
            )
        };
        for bad in [
            "<script>alert(1)</script>",
            "<rect width=\"9\" height=\"9\" onclick=\"alert(1)\"/>",
            "<image href=\"http://evil.example/a.png\" width=\"9\" height=\"9\"/>",
            "<image href=\"data:image/png;base64,AAAA\" width=\"9\" height=\"9\"/>",
            "<use href=\"file:///etc/passwd#a\"/>",
            "<use xlink:href=\"http://evil.example/a.svg#a\"/>",
            "<rect width=\"9\" height=\"9\" fill=\"url(http://evil.example/a)\"/>",
            "<style>@import url(http://evil.example/a.css);</style>",
            "<style>rect { fill: url(#a) }</style>",
            "<foreignObject><p>x</p></foreignObject>",
            "<filter id=\"f\"><feTurbulence/></filter>",
            "<path d=\"M0 0h9\" stroke=\"#000\" stroke-dasharray=\"0.00001\"/>",
            "<path d=\"M0 0h9\" style=\"stroke: #000; stroke-dasharray : 1e-9\"/>",
            "<a href=\"javascript:alert(1)\"><rect width=\"9\" height=\"9\"/></a>",
            "<g id=\"a\"><use href=\"#a\"/></g>",
        ] {
            assert_eq!(refused(inside(bad).as_bytes()), PictureRefused::Drawing, "{bad}");
        }
        assert_eq!(refused(inside("<text y=\"5\">We</text>").as_bytes()), PictureRefused::DrawingText);
    }

    #[test]
    fn a_small_drawing_that_would_become_a_large_one_is_refused() {
        let svg = |inside: String| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>")
        };
        let deep = svg(format!("{}<rect/>{}", "<g>".repeat(20_000), "</g>".repeat(20_000)));
        let few = svg(format!("{}<rect/>{}", "<g>".repeat(200), "</g>".repeat(200)));
        let many = svg("<rect/>".repeat(20_001));
        let again: String = (0..12)
            .map(|at| format!("<g id=\"g{at}\">{}</g>", format!("<use href=\"#g{}\"/>", at + 1).repeat(10)))
            .collect();
        let masks: String = (0..9)
            .map(|at| {
                let used = format!("<rect width=\"9\" height=\"9\" mask=\"url(#m{})\"/>", at + 1).repeat(9);
                format!("<mask id=\"m{at}\">{used}</mask>")
            })
            .collect();
        let laughs = format!(
            "<!DOCTYPE svg [<!ENTITY a \"ha\">{}]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&j;</title></svg>",
            ('b'..='j')
                .zip('a'..)
                .map(|(to, from)| format!("<!ENTITY {to} \"{}\">", format!("&{from};").repeat(10)))
                .collect::<String>()
        );
        let outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&x;</title></svg>";
        for bad in [deep, few, many, svg(again), svg(masks), laughs, outside.to_owned()] {
            assert_eq!(refused(bad.as_bytes()), PictureRefused::Drawing, "{}", &bad[..120.min(bad.len())]);
        }
        let endless = svg(format!("<path d=\"{}\"/>", "M0 0h9".repeat(100_000)));
        assert_eq!(refused(endless.as_bytes()), PictureRefused::TooLarge);
    }

    #[test]
    fn a_drawing_without_a_size_or_with_a_strange_one_is_answered() {
        for size in [
            "",
            "width=\"0\" height=\"0\"",
            "width=\"-5\"",
            "viewBox=\"0 0 1e30 1e-30\"",
            "viewBox=\"0 0 1 9999\"",
        ] {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" {size}><rect width=\"9\" height=\"9\"/></svg>"
            );
            if let Ok(drawn) = draw(svg.as_bytes(), UploadKind::Logo) {
                assert!(drawn.width <= 800 && drawn.height <= 800, "{size}");
            }
        }
    }

    /// Sixteen by sixteen pixels in the four colors of print.
    const CMYK: &str = "\
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXY\
        W1hpCeo6utq2eAvMm6pseZqKuk/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv/E\
        ABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8A0ySktMAAAA//2Q==";
}
