//! What a profile or text may hold shows where a visitor looks for it.

mod support;

use grappe::output::Artifact;
use grappe::plan::Address;
use grappe::world::MemoryWorld;

fn page(world: &MemoryWorld, address: &str) -> String {
    let analysis = support::analysis(world);
    let site = analysis.site.unwrap_or_else(|| panic!("{:#?}", support::lines(&analysis.diagnostics, world)));
    let route = site.plan.route(&Address::new(address)).unwrap_or_else(|| panic!("no {address}"));
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("a page") };
    String::from_utf8(bytes).expect("text")
}

const PICTURE: &str = "file: ../../images/le port.jpg\n    alt: Le port au matin\n    caption: Vue du quai\n    credit: Camille Durand";

fn world() -> MemoryWorld {
    let mut world = support::real_site();
    world.insert("content/images/le port.jpg", support::picture("content/images/le port.jpg", 40, 30));
    world.insert("content/images/fond.jpg", support::picture("content/images/fond.jpg", 40, 30));
    world.insert("content/documents/cahier.pdf", "document");
    let pole = format!(
        "name: Lumen\nsectors: [mer]\nregions: [bretagne]\nsocial: [\"https://www.linkedin.com/company/lumen\"]\nkeywords: [ports, houle]\nimages:\n  - {}\n  - file: ../images/fond.jpg\n    decorative: true\nsources: [bretagne-2019]\n",
        PICTURE.replace("../../", "../")
    );
    world.insert("content/poles/lumen.yaml", pole);
    world.insert(
        "content/news/2024/2024-05-02-lumen.md",
        format!("---\ntitle: Lumen\ndate: 2024-05-02\nabout: [lumen]\nsource: orange-2024\nimage:\n    {PICTURE}\n---\n\nUn texte.\n"),
    );
    world.insert(
        "content/calls/houle.md",
        "---\ntitle: Appel houle\ntype: projects\nopens: 2024-01-01\ncloses: 2024-03-01\norganisers: [lumen]\ndocuments: [../documents/cahier.pdf]\nsource: orange-2024\n---\n\nUn texte.\n",
    );
    world
}

#[test]
fn pictures_show_with_their_words_caption_and_author() {
    for address in ["/poles/lumen/", "/actualites/2024/lumen/"] {
        let page = page(&world(), address);
        let picture =
            "<img src=\"/medias/images/le%20port.jpg\" width=\"40\" height=\"30\" alt=\"Le port au matin\">";
        assert!(page.contains(picture), "{address}: {page}");
        assert!(page.contains("Vue du quai") && page.contains("Crédit\u{A0}: Camille Durand"), "{address}");
    }
    assert!(page(&world(), "/poles/lumen/").contains(
        "<img src=\"/medias/images/fond.jpg\" width=\"40\" height=\"30\" alt=\"\" loading=\"lazy\""
    ));
}

#[test]
fn accounts_and_keywords_are_facts_of_a_pole() {
    let page = page(&world(), "/poles/lumen/");
    assert!(page.contains("<a href=\"https://www.linkedin.com/company/lumen\">linkedin.com</a>"), "{page}");
    assert!(page.contains("Mots-clés") && page.contains("houle"), "{page}");
    assert!(page.contains("href=\"/contact/\">Signaler une erreur sur cette fiche"), "{page}");
}

#[test]
fn a_call_leads_to_its_files() {
    let page = page(&world(), "/appels-a-projets/houle/");
    assert!(page.contains("<a href=\"/medias/documents/cahier.pdf\">cahier.pdf (8\u{a0}o)</a>"), "{page}");
}

#[test]
fn a_region_says_what_it_is() {
    let world = support::real_site();
    assert!(page(&world, "/regions/bretagne/").contains(">Région métropolitaine<"));
    assert!(page(&world, "/regions/la-reunion/").contains(">Région d’outre-mer<"));
    assert!(page(&world, "/en/regions/la-reunion/").contains(">Overseas region<"));
}
