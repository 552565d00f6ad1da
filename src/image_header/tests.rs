use super::*;

/// The beginning of a PNG.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

/// The beginning of a photograph, with what a telephone says of its turn.
fn jpeg(width: u16, height: u16, orientation: Option<u8>) -> Vec<u8> {
    let mut bytes = b"\xFF\xD8".to_vec();
    if let Some(orientation) = orientation {
        bytes.extend(b"\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
        bytes.extend([orientation, 0, 0, 0, 0, 0, 0]);
    }
    bytes.extend(b"\xFF\xC0\0\x11\x08");
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([3, 1, 0x11, 0]);
    bytes
}

fn whole(name: &str, bytes: &[u8]) -> Header {
    Header::read(name, bytes, true).expect("a whole file tells what it is")
}

fn svg(attributes: &str) -> Option<(u32, u32)> {
    let text = format!("<?xml version=\"1.0\"?>\n<!-- é -->\n<svg {attributes}><path/></svg>");
    whole("a.svg", text.as_bytes()).size()
}

#[test]
fn pictures_tell_their_size() {
    assert_eq!(whole("a.png", &png(40, 30)).size(), Some((40, 30)));
    assert_eq!(whole("a.JPG", &jpeg(1600, 900, None)).size(), Some((1600, 900)));
    assert_eq!(whole("a.gif", b"GIF89a\x03\0\x02\0\0\0\0\0").size(), Some((3, 2)));
}

#[test]
fn a_photograph_taken_upright_is_higher_than_wide() {
    assert_eq!(whole("a.jpg", &jpeg(1600, 900, Some(1))).size(), Some((1600, 900)));
    assert_eq!(whole("a.jpg", &jpeg(1600, 900, Some(6))).size(), Some((900, 1600)));
}

#[test]
fn drawings_tell_their_size_or_their_frame() {
    assert_eq!(svg("width=\"64\" height=\"48px\""), Some((64, 48)));
    assert_eq!(svg("viewBox=\"0 0 320, 200\""), Some((320, 200)));
    assert_eq!(svg("width=\"640\" viewBox=\"0 0 320 200\""), Some((640, 400)));
    assert_eq!(svg("width=\"100%\" height=\"10em\" viewBox=\"0 0 4 3\""), Some((4, 3)));
    assert_eq!(svg("width=\"100%\""), None);
    assert_eq!(whole("a.svg", b"<svg width='9'/>"), Header::Unsized);
}

#[test]
fn what_is_no_picture_is_told_apart() {
    assert_eq!(whole("a.png", b""), Header::Empty);
    assert_eq!(whole("a.png", b"<!doctype html><html></html>"), Header::NoPicture);
    assert_eq!(whole("a.svg", b"du texte <svg/>"), Header::NoPicture);
    assert_eq!(whole("a.png", &png(0, 30)), Header::Damaged);
    assert_eq!(whole("a.png", &png(40, 30)[..18]), Header::Damaged);
    assert_eq!(whole("a.jpg", &png(40, 30)), Header::Misnamed(Format::Png));
    assert_eq!(whole("a.jpg", b"\0\0\0\x18ftypisom\0\0\0\0isommp42"), Header::NoPicture);
}

#[test]
fn a_beginning_that_is_too_short_tells_nothing() {
    assert_eq!(Header::read("a.jpg", &jpeg(16, 9, Some(6))[..20], false), None);
    let long = [&jpeg(16, 9, None)[..2], b"\xFF\xE2\xFF\xFF", &[0; 100]].concat();
    assert_eq!(Header::read("a.jpg", &long, false), None);
}
