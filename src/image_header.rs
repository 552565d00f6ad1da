//! What the first bytes of a picture tell: what it is, how wide and high it shows.
//!
//! A browser that knows the width and height of a picture before it has it keeps its place, and
//! nothing moves under the reader's eyes.

mod orientation;
mod svg;

use imagesize::{Compression, ImageError, ImageType};

/// How many bytes of a file tell its size, nearly always: a photograph's own data come before it.
pub const LENGTH: usize = 64 * 1024;

/// Whether a picture moves by itself, as far as its first bytes tell.
#[must_use]
pub fn moves(name: &str, bytes: &[u8]) -> bool {
    let holds = |part: &[u8]| memchr::memmem::find(bytes, part).is_some();
    match Format::of_name(name) {
        // Each frame of a GIF comes after such a block.
        Some(Format::Gif) => memchr::memmem::find_iter(bytes, b"\x21\xF9\x04").count() > 1,
        Some(Format::Png) => holds(b"acTL"),
        Some(Format::Webp) => holds(b"ANIM"),
        Some(Format::Avif | Format::Heic) => {
            bytes.get(..64).unwrap_or(bytes).windows(4).any(|it| it == b"avis")
        }
        Some(Format::Svg) => [b"<animate".as_slice(), b"<set", b"@keyframes"].into_iter().any(holds),
        Some(Format::Jpeg) | None => false,
    }
}

/// What a file is, as far as its bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// A picture that shows this wide and high, in pixels.
    Sized {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// A drawing that takes whatever room there is.
    Unsized,
    /// Nothing at all: the file has no bytes.
    Empty,
    /// No picture that browsers show.
    NoPicture,
    /// A picture of which a part is missing or broken.
    Damaged,
    /// A picture of another format than its name says.
    Misnamed(Format),
}

/// A format of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// AVIF
    Avif,
    /// GIF
    Gif,
    /// HEIC
    Heic,
    /// JPEG
    Jpeg,
    /// PNG
    Png,
    /// SVG
    Svg,
    /// WebP
    Webp,
}

impl Format {
    /// The format of a file, by its name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let format = match ending.to_ascii_lowercase().as_str() {
            "avif" => Self::Avif,
            "gif" => Self::Gif,
            "heic" => Self::Heic,
            "jpeg" | "jpg" => Self::Jpeg,
            "png" => Self::Png,
            "svg" => Self::Svg,
            "webp" => Self::Webp,
            _ => return None,
        };
        (!stem.is_empty()).then_some(format)
    }

    /// Its name.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::Heic => "HEIC",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Webp => "WebP",
        }
    }

    /// Whether nothing but photographs comes in it.
    #[must_use]
    pub const fn is_photograph(self) -> bool {
        matches!(self, Self::Heic | Self::Jpeg)
    }

    /// The usual ending of a file's name, without its dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Gif => "gif",
            Self::Heic => "heic",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Webp => "webp",
        }
    }
}

impl Header {
    /// Reads the first bytes of a file; nothing where they are too few to tell. `is_whole` says that
    /// there are no more.
    #[must_use]
    pub fn read(name: &str, bytes: &[u8], is_whole: bool) -> Option<Self> {
        if bytes.is_empty() {
            return is_whole.then_some(Self::Empty);
        }
        let named = Format::of_name(name);
        let Some(format) = format_of(bytes, named) else {
            return Some(Self::NoPicture);
        };
        if named != Some(format) {
            return Some(Self::Misnamed(format));
        }
        match format {
            Format::Svg => Some(svg::header(bytes)),
            _ => raster(format, bytes, is_whole),
        }
    }

    /// How wide and high it shows, where that is known.
    #[must_use]
    pub const fn size(self) -> Option<(u32, u32)> {
        match self {
            Self::Sized { width, height } => Some((width, height)),
            _ => None,
        }
    }
}

/// What bytes are, whatever their name says.
fn format_of(bytes: &[u8], named: Option<Format>) -> Option<Format> {
    match imagesize::image_type(bytes) {
        Ok(ImageType::Gif) => Some(Format::Gif),
        Ok(ImageType::Jpeg) => Some(Format::Jpeg),
        Ok(ImageType::Png) => Some(Format::Png),
        Ok(ImageType::Webp) => Some(Format::Webp),
        Ok(ImageType::Heif(Compression::Av1)) => Some(Format::Avif),
        Ok(ImageType::Heif(Compression::Hevc | Compression::Jpeg)) => Some(Format::Heic),
        // A container that films have too: its name tells.
        Ok(ImageType::Heif(_)) => named.filter(|named| matches!(named, Format::Avif | Format::Heic)),
        _ => svg::is_svg(bytes).then_some(Format::Svg),
    }
}

fn raster(format: Format, bytes: &[u8], is_whole: bool) -> Option<Header> {
    let size = match imagesize::blob_size(bytes) {
        Ok(size) => size,
        Err(ImageError::IoError(_)) if !is_whole => return None,
        Err(_) => return Some(Header::Damaged),
    };
    let is_turned = format == Format::Jpeg && orientation::is_on_its_side(bytes);
    let (width, height) = if is_turned { (size.height, size.width) } else { (size.width, size.height) };
    let sized = u32::try_from(width).ok().zip(u32::try_from(height).ok());
    let sized = sized.filter(|(width, height)| *width > 0 && *height > 0);
    Some(sized.map_or(Header::Damaged, |(width, height)| Header::Sized { width, height }))
}

#[cfg(test)]
mod tests;
