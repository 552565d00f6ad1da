//! The colours that a site wears: the theme's, the accents of its own, and where they are served.

mod support;

use std::collections::BTreeMap;

use grappe::build::Options;
use grappe::colour::Colour;
use grappe::output::Artifact;
use grappe::preview::{Changed, Preview};
use grappe::source::FilePath;
use grappe::world::{MemoryWorld, World};

/// What a style sheet may weigh, before compression.
const MOST_STYLE: usize = 8192;

/// The real site with lines more below `[theme]`.
fn dressed(lines: &str) -> MemoryWorld {
    let mut world = support::real_site();
    let config = FilePath::new("site-config.toml");
    let text = String::from_utf8(world.read(&config).expect("the configuration")).expect("text");
    world.insert(
        "site-config.toml",
        text.replace("name = \"sobre\"\n", &format!("name = \"sobre\"\n{lines}\n")),
    );
    world
}

/// The theme's own files of a site, without its pages.
fn assets(world: &MemoryWorld) -> BTreeMap<String, String> {
    let analysis = support::analysis(world);
    let site = analysis.site.expect("a site");
    let routes = site.plan.routes().iter().filter(|route| route.address.as_str().starts_with("/assets/"));
    let text = |route| match site.make(route).expect("a file") {
        Artifact::Bytes(bytes) => String::from_utf8(bytes).expect("text"),
        Artifact::Copy(file) => panic!("{file} is no text"),
    };
    routes.map(|route| (route.address.to_string(), text(route))).collect()
}

fn ending<'a>(assets: &'a BTreeMap<String, String>, ending: &str) -> (&'a str, &'a str) {
    let found = assets.iter().find(|(address, _)| address.ends_with(ending)).expect(ending);
    (found.0, found.1)
}

/// The colours that a custom property has: in light, in dark.
fn accents(css: &str) -> [&str; 2] {
    let mut found = css.split("--accent:#").skip(1).filter_map(|rest| rest.get(..6));
    [found.next().expect("in light"), found.next().expect("in dark")]
}

#[test]
fn the_style_sheet_and_the_icon_wear_the_colours_of_the_theme() {
    let assets = assets(&dressed(""));
    for kind in [".css", ".svg"] {
        let (address, text) = ending(&assets, kind);
        assert_eq!(accents(text), ["6f2a91", "d6a8f1"], "{address}");
        assert!(!text.contains("/* colours */"), "{address}");
    }
    let (_, css) = ending(&assets, ".css");
    assert!(css.contains("--paper:#ffffff") && css.contains("--paper:#17151b"));
    assert!(css.len() <= MOST_STYLE, "{} bytes", css.len());
}

#[test]
fn an_accent_of_the_site_stands_in_and_gives_its_files_other_addresses() {
    let (own, green) = (assets(&dressed("")), assets(&dressed("accent = \"#1A7F4B\"")));
    for kind in [".css", ".svg"] {
        let ((before, _), (address, text)) = (ending(&own, kind), ending(&green, kind));
        assert_eq!(accents(text), ["1a7f4b", "3a9862"], "{address}");
        assert_ne!(address, before);
    }
    let both = assets(&dressed("accent = \"#1a7f4b\"\naccent_dark = \"#8fd6ae\""));
    assert_eq!(accents(ending(&both, ".css").1), ["1a7f4b", "8fd6ae"]);
    let dark = assets(&dressed("accent_dark = \"#8fd6ae\""));
    assert_eq!(accents(ending(&dark, ".css").1), ["6f2a91", "8fd6ae"]);
}

#[test]
fn an_accent_that_is_proposed_is_taken() {
    let refused = support::analysis(&dressed("accent = \"#f2c200\"")).diagnostics;
    let fixes: Vec<&str> =
        refused.iter().filter_map(|it| it.fix.as_ref()).map(|it| &*it.replacement).collect();
    assert_eq!(fixes, ["\"#896c00\""]);
    let taken = support::analysis(&dressed("accent = \"#896c00\"")).diagnostics;
    assert!(taken.iter().all(|it| it.code != "faint-accent"));
}

#[test]
fn an_icon_whose_styles_are_left_aside_shows_on_any_ground() {
    let assets = assets(&dressed(""));
    let (_, icon) = ending(&assets, ".svg");
    let fill = icon.split("fill=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a fill");
    let fill = Colour::parse(fill).expect("a colour");
    // The tabs of browsers, in light and in dark.
    for ground in ["#ffffff", "#202124"] {
        assert!(fill.contrast(Colour::parse(ground).expect("a colour")) >= 3.0, "{ground}");
    }
}

#[test]
fn a_preview_shows_a_faint_accent_and_tells_it() {
    let mut preview = Preview::new(Options::default());
    preview.refresh(&dressed(""), &Changed::Everything);
    let world = dressed("accent = \"#f2c200\"");
    preview.refresh(&world, &Changed::Everything);
    let examined = preview.examination().expect("the rules to run").run(&world).expect("the baseline");
    preview.examined(examined);
    let snapshot = preview.snapshot();
    assert!(!snapshot.is_theme_older);
    let site = snapshot.site.as_ref().expect("a site");
    let sheet = site.plan.routes().iter().find(|route| route.address.as_str().starts_with("/assets/css/"));
    let Ok(Artifact::Bytes(css)) = site.make(sheet.expect("a style sheet")) else { panic!("no bytes") };
    assert_eq!(accents(std::str::from_utf8(&css).expect("text"))[0], "f2c200");
    assert!(snapshot.told.iter().any(|it| it.code == "faint-accent"));
}
