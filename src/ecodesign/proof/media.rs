//! Pictures, films and sounds.

use super::absence::scripts_without;
use super::{Finding, Verdict};
use crate::ecodesign::evidence::{Evidence, Figure};
use crate::ecodesign::grounds::{Grounds, extension};
use crate::measures::{Ability, FileRecord};

/// The share of pictures of dots that must be in a format made for little weight, in hundredths.
const MODERN_SHARE: usize = 75;

/// How many bytes a dot of a picture may weigh. The standard gives no figure; this is ours.
const BYTES_A_DOT: f64 = 0.5;

/// The widest that a picture is of use: twice the widest line of the theme's pages.
const WIDEST: u32 = 2_200;

/// What says that films, sounds or motion are there; nothing where there are none.
fn shown(grounds: &Grounds<'_>) -> Option<Evidence> {
    let [films, sounds, moving] =
        [grounds.sum(|it| it.films), grounds.sum(|it| it.sounds), grounds.sum(|it| it.moves_by_itself)];
    (films + sounds + moving > 0).then(|| {
        Evidence::new("media")
            .with("films", Figure::Number(films))
            .with("sounds", Figure::Number(sounds))
            .with("moving", Figure::Number(moving))
    })
}

pub(super) fn films(grounds: &Grounds<'_>) -> Finding {
    match grounds.page(|page| page.scan.films > 0) {
        None => (Verdict::NotApplicable, grounds.pages("no_film")),
        Some(page) => (Verdict::Editor, Evidence::new("film").words("page", &page.address)),
    }
}

pub(super) fn sounds(grounds: &Grounds<'_>) -> Finding {
    match grounds.page(|page| page.scan.sounds > 0) {
        None => (Verdict::NotApplicable, grounds.pages("no_sound")),
        Some(page) => (Verdict::Editor, Evidence::new("sound").words("page", &page.address)),
    }
}

pub(super) fn stillness(grounds: &Grounds<'_>) -> Finding {
    if let Some(page) = grounds.page(|page| page.scan.moves_by_itself > 0) {
        return (Verdict::NotValidated, Evidence::new("moves_by_itself").words("page", &page.address));
    }
    let moving = grounds
        .measures
        .files
        .iter()
        .find(|file| file.moves || file.style.as_ref().is_some_and(|style| style.moves));
    if let Some(file) = moving {
        return (Verdict::NotValidated, Evidence::new("moving_file").words("file", &file.address));
    }
    if grounds.styles().is_none() {
        return (Verdict::NotValidated, Evidence::new("unread_style"));
    }
    if let Some((address, _)) = grounds.rasters().into_iter().find(|(_, file)| file.is_none()) {
        return (Verdict::NotValidated, Evidence::new("unread_picture").words("file", address));
    }
    match scripts_without(grounds, &[Ability::Moving]) {
        Ok(()) => (Verdict::Validated, grounds.looked("still")),
        Err(evidence) => (Verdict::NotValidated, evidence),
    }
}

pub(super) fn informing(grounds: &Grounds<'_>) -> Finding {
    match shown(grounds) {
        None => (Verdict::Validated, grounds.pages("no_media")),
        Some(evidence) => (Verdict::Editor, evidence),
    }
}

pub(super) fn lightest(grounds: &Grounds<'_>) -> Finding {
    let with_pictures = grounds.measures.pages.iter().filter(|page| !page.scan.pictures.is_empty()).count();
    match shown(grounds) {
        None => {
            let evidence = grounds.pages("lightest").with("pictures", Figure::Number(with_pictures));
            (Verdict::Validated, evidence)
        }
        Some(evidence) => (Verdict::Editor, evidence),
    }
}

pub(super) fn formats(grounds: &Grounds<'_>) -> Finding {
    let rasters = grounds.rasters();
    if rasters.is_empty() {
        return (Verdict::NotApplicable, grounds.pages("no_raster"));
    }
    let is_modern =
        |address: &str| extension(address).is_some_and(|it| matches!(it.as_str(), "webp" | "avif" | "jxl"));
    let modern = rasters.iter().filter(|(address, _)| is_modern(address)).count();
    let is_met = modern * 100 > rasters.len() * MODERN_SHARE;
    let evidence = Evidence::new("formats")
        .with("modern", Figure::Number(modern))
        .with("pictures", Figure::Number(rasters.len()));
    (if is_met { Verdict::Validated } else { Verdict::NotValidated }, evidence)
}

pub(super) fn compression(grounds: &Grounds<'_>) -> Finding {
    let rasters = grounds.rasters();
    if rasters.is_empty() {
        return (Verdict::NotApplicable, grounds.pages("no_raster"));
    }
    for (address, file) in &rasters {
        let Some((file, (width, height))) = file.and_then(|file| Some((file, file.pixels?))) else {
            return (Verdict::NotValidated, Evidence::new("unread_picture").words("file", address));
        };
        #[expect(clippy::cast_precision_loss, reason = "a picture is not of petabytes")]
        let weight = file.size.bytes as f64 / (f64::from(width) * f64::from(height)).max(1.0);
        if weight > BYTES_A_DOT {
            let evidence = Evidence::new("heavy_picture").words("file", address);
            return (Verdict::NotValidated, evidence.with("bytes", Figure::Bytes(file.size.bytes)));
        }
    }
    let evidence = Evidence::new("light_pictures").with("pictures", Figure::Number(rasters.len()));
    (Verdict::Editor, evidence.with("most", Figure::Decimal(BYTES_A_DOT)))
}

pub(super) fn sizes(grounds: &Grounds<'_>) -> Finding {
    let rasters = grounds.rasters();
    if rasters.is_empty() {
        return (Verdict::NotApplicable, grounds.pages("no_raster"));
    }
    if let Some(page) = grounds.page(|page| page.scan.pictures.iter().any(|it| !it.has_size)) {
        return (Verdict::NotValidated, Evidence::new("unsized_picture").words("page", &page.address));
    }
    let width = |file: Option<&FileRecord>| file.and_then(|file| file.pixels).map(|it| it.0);
    let widest = rasters.iter().max_by_key(|(_, file)| width(*file).unwrap_or(u32::MAX));
    let (address, width) = widest.map_or(("", None), |(address, file)| (*address, width(*file)));
    let Some(width) = width.filter(|width| *width <= WIDEST) else {
        return (Verdict::NotValidated, Evidence::new("wide_picture").words("file", address));
    };
    let evidence = Evidence::new("sized_pictures").words("file", address);
    (Verdict::Editor, evidence.with("width", Figure::Number(width as usize)))
}
