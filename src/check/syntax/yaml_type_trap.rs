//! Un texte sans guillemets serait lu autrement par d'autres outils : un nombre qui commence par zéro
//! (`01`), des nombres séparés par des deux-points (`18:30`, `18:30:00`), ou `yes`, `no`, `on`, `off`, `true`,
//! `false`, en minuscules ou en capitales. Seules
//! les clés qui attendent un texte ou un code sont regardées ; une valeur entre guillemets ne pose pas de
//! question.
//!
//! ## Pourquoi
//!
//! grappe garde ce qui est écrit. Un autre lecteur de YAML peut faire de `01` le nombre 1, de `18:30` le
//! nombre 1110 et de `no` un « non » : le fichier ne dirait plus la même chose selon l'outil qui l'ouvre.
//!
//! ## Exemple
//!
//! ```yaml
//! code: 01
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! code: "01"
//! ```
//! ---
//! A text without quotes would be read otherwise by other tools: a number that begins with zero (`01`),
//! numbers parted by colons (`18:30`, `18:30:00`), or `yes`, `no`, `on`, `off`, `true`, `false`, in small
//! letters or capitals. Only keys that want a text or
//! a code are looked at; a value between quotes raises no question.
//!
//! ## Why it matters
//!
//! grappe keeps what is written. Another reader of YAML may turn `01` into the number 1, `18:30` into the
//! number 1110 and `no` into false: the file would no longer say the same to every tool.
//!
//! ## Example
//!
//! ```yaml
//! code: 01
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! code: "01"
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "yaml-type-trap",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("valeur ambiguë en YAML", "YAML type trap"),
    source: include_str!("yaml_type_trap.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::TypeTrap { written } = &fault.kind {
            let message = wording!(
                "d'autres outils liraient `{written}` comme un nombre, un oui ou un non",
                "other tools would read `{written}` as a number, a yes or a no",
            );
            let hint = wording!("écrivez `\"{written}\"`", "write `\"{written}\"`");
            let diagnostic = report.diagnostic(&document.path, fault.span, message).hint(hint);
            report.push(diagnostic.fix(format!("\"{written}\"")));
        }
    }
}
