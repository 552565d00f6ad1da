//! How wide and high a drawing is: what its root says, or the frame that it is drawn in.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Header;

/// Whether bytes begin a drawing.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    root(bytes).is_some()
}

/// What the root of a drawing tells.
pub(super) fn header(bytes: &[u8]) -> Header {
    let Some(root) = root(bytes) else { return Header::NoPicture };
    let attribute = |name: &str| {
        let found = root.try_get_attribute(name).ok().flatten()?;
        Some(found.value.into_owned())
    };
    let length = |name| attribute(name).and_then(|written| pixels(&written));
    let frame = attribute("viewBox").and_then(|written| frame(&written));
    let sizes = match (length("width"), length("height"), frame) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, Some((frame_width, frame_height))) => {
            Some((width, width * frame_height / frame_width))
        }
        (None, Some(height), Some((frame_width, frame_height))) => {
            Some((height * frame_width / frame_height, height))
        }
        (_, _, frame) => frame,
    };
    let whole = sizes.and_then(|(width, height)| whole(width).zip(whole(height)));
    whole.map_or(Header::Unsized, |(width, height)| Header::Sized { width, height })
}

/// The first tag, where it is that of a drawing; what stands before it is no tag.
fn root(bytes: &[u8]) -> Option<BytesStart<'static>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // The first bytes of a file may end within a letter.
        Err(error) => std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
    };
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                return (tag.local_name().as_ref() == "svg").then(|| tag.into_owned());
            }
            Event::Text(text) if !text.trim().is_empty() => return None,
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// `640` or `640px`; other units depend on what is around.
fn pixels(written: &str) -> Option<f64> {
    let number = written.trim();
    let number = number.strip_suffix("px").unwrap_or(number);
    number.trim().parse().ok().filter(|pixels: &f64| pixels.is_finite() && *pixels > 0.0)
}

/// The width and height of `0 0 640 480`.
fn frame(written: &str) -> Option<(f64, f64)> {
    let mut numbers = written.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).skip(2);
    Some((pixels(numbers.next()?)?, pixels(numbers.next()?)?))
}

/// A number of pixels as an attribute holds it; nothing where rounding would change the shape.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between bounds")]
fn whole(pixels: f64) -> Option<u32> {
    (1.0..1e6).contains(&pixels).then(|| pixels.round() as u32)
}
