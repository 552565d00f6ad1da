//! `eco-design.toml` déclare validé ou non applicable un critère que les pages, une fois mesurées, démentent :
//! « aucune vidéo » quand une page en montre une.
//!
//! ## Pourquoi
//!
//! La page d'écoconception montre ce qui est mesuré : une déclaration contraire serait publiée à côté de la
//! mesure qui la dément.
//!
//! ## Exemple
//!
//! ```toml
//! [criteria."5.3"]
//! state = "not-applicable"
//! text = "Le site ne montre pas de vidéo."
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [criteria."5.3"]
//! state = "validated"
//! text = "La vidéo de l'accueil est en 480p, assez pour un entretien filmé."
//! ```
//! ---
//! `eco-design.toml` declares a criterion validated or not applicable that pages, once measured, deny: "no
//! film" where a page shows one.
//!
//! ## Why it matters
//!
//! The page on ecodesign shows what is measured: a statement to the contrary would stand beside the measure
//! that denies it.
//!
//! ## Example
//!
//! ```toml
//! [criteria."5.3"]
//! state = "not-applicable"
//! text = "The site shows no film."
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [criteria."5.3"]
//! state = "validated"
//! text = "The film on the home page is of 480p, enough for an interview."
//! ```

use super::named;
use crate::diagnostic::Severity;
use crate::ecodesign::{self, State};
use crate::locale::{Wording, both};
use crate::measures::Measures;
use crate::model::Federation;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ecodesign-against-measures",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("déclaration d’écoconception démentie", "ecodesign statement denied"),
    source: include_str!("ecodesign_against_measures.rs"),
    run: Run::Pages { criteria: &[], run },
};

fn run(measures: &Measures, federation: &Federation, report: &mut PageReport<'_>) {
    let file = FilePath::new(ecodesign::FILE);
    for contradiction in federation.assess_ecodesign(Some(measures)).contradictions {
        let Wording { french, english } = named(contradiction.criterion.number);
        let message = match contradiction.measured {
            State::NotApplicable => wording!(
                "{french} ne s'applique pas aux pages mesurées",
                "{english} does not apply to the pages measured",
            ),
            State::Validated => {
                wording!("{french} est validé par les mesures", "{english} is validated by measures")
            }
            _ if contradiction.declared == State::NotApplicable => {
                wording!("{french} s'applique aux pages mesurées", "{english} applies to the pages measured")
            }
            _ => wording!(
                "{french} n'est pas validé par les mesures",
                "{english} is not validated by measures"
            ),
        };
        let hint = wording!(
            "retirez `state`, ou corrigez les pages ; la page d'écoconception dit ce qui a été mesuré",
            "take `state` out, or mend the pages; the page on ecodesign says what was measured",
        );
        report.push(report.of_file(&file, contradiction.span, message).hint(hint));
    }
}
