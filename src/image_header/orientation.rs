//! Which way up a photograph is: telephones write it as it was seen, and say how to turn it.

/// Whether browsers turn a JPEG a quarter, so that its width and height change places.
///
/// The mark is `Orientation` (0x0112) of the first directory of its Exif segment; 5 to 8 are turns
/// by a quarter.
pub(super) fn is_on_its_side(jpeg: &[u8]) -> bool {
    exif(jpeg).and_then(orientation).is_some_and(|orientation| (5..=8).contains(&orientation))
}

/// The TIFF within the Exif segment, which comes before the picture.
fn exif(jpeg: &[u8]) -> Option<&[u8]> {
    let mut at = 2;
    loop {
        let [mark, kind, high, low] = *jpeg.get(at..at + 4)? else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        // From here on there are pixels.
        if mark != 0xFF || kind == 0xDA || length < 2 {
            return None;
        }
        let segment = jpeg.get(at + 4..at + 2 + length)?;
        if let Some(tiff) = segment.strip_prefix(b"Exif\0\0").filter(|_| kind == 0xE1) {
            return Some(tiff);
        }
        at += 2 + length;
    }
}

fn orientation(tiff: &[u8]) -> Option<u16> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| -> Option<u32> {
        let bytes = tiff.get(at..at + 4)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let count = usize::from(short(directory)?);
    let mut entries = (0..count).map(|index| directory + 2 + index * 12);
    let entry = entries.find(|entry| short(*entry) == Some(0x0112))?;
    short(entry + 8)
}
