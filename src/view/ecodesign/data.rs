//! What the page on ecodesign says, for programs: `ecodesign.json`, beside that page.
//!
//! | key | what it is |
//! |---|---|
//! | `date` | the day as known on which the page was made |
//! | `language` | the language of all words |
//! | `measures` | what was measured of all other pages; `null` where nobody measured |
//! | `measures.pages` | how many |
//! | `measures.median_bytes` | bytes sent for the page in the middle |
//! | `measures.heaviest` | the heaviest page: `address`, `bytes`, `seconds` at 512 kbit/s |
//! | `measures.eco_index` | by `EcoIndex`: `median_score`, `median_grade`, `grams`, `centilitres`, `grades`, `least` |
//! | `measures.sustainable_web_design` | by that model, version 4: `median_grams`, `rating`, `grid`, `green_host` |
//! | `budgets` | by kind of page: `bytes`, `requests`, `eco_index` |
//! | `standard` | on a site of France: `name`, `version`, `score` (`null` where nobody measured), `counts`, `criteria` |
//! | `standard.criteria` | each: `number`, `theme`, `weight`, `state`, `label`, `evidence`, `words`, `url`, `date` |

use serde_json::{Map, Value, json};

use crate::budget::PageKind;
use crate::ecodesign::{Answer, Assessment, State};
use crate::footprint::{Conditions, Rating, grams};
use crate::measures::{Measures, Summary};

use super::super::viewer::Viewer;
use super::{CriterionView, EcodesignView};

/// The file of a page on ecodesign.
pub(super) fn data(viewer: &Viewer<'_>, view: &EcodesignView) -> Vec<u8> {
    let summary = viewer.measures.and_then(Measures::summary);
    let value = json!({
        "date": viewer.federation.today().to_string(),
        "language": viewer.language.tag(),
        "measures": summary.map(|summary| measures(&summary, viewer.federation.config.host.conditions())),
        "budgets": budgets(viewer),
        "standard": standard(viewer, view),
    });
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn measures(summary: &Summary<'_>, conditions: Conditions) -> Value {
    let median = grams(summary.median_sent, conditions);
    let (heaviest, least) = (summary.heaviest, summary.least);
    json!({
        "pages": summary.pages,
        "median_bytes": summary.median_sent,
        "heaviest": {
            "address": heaviest.address,
            "bytes": heaviest.footprint.sent(),
            "seconds": heaviest.footprint.seconds(),
        },
        "eco_index": {
            "median_score": summary.median_eco_index.score,
            "median_grade": summary.median_eco_index.grade,
            "grams": summary.median_eco_index.grams(),
            "centilitres": summary.median_eco_index.centilitres(),
            "grades": summary.grades.iter().map(|(grade, count)| (grade.to_string(), json!(count)))
                .collect::<Map<String, Value>>(),
            "least": { "address": least.address, "score": least.footprint.eco_index().score },
        },
        "sustainable_web_design": {
            "median_grams": median,
            "rating": Rating::of(median).as_str(),
            "grid": conditions.grid,
            "green_host": conditions.is_green,
        },
    })
}

fn budgets(viewer: &Viewer<'_>) -> Map<String, Value> {
    let budget = |kind: PageKind| {
        let budget = viewer.federation.config.budgets.of_kind(kind);
        let value = json!({
            "bytes": budget.bytes, "requests": budget.requests, "eco_index": budget.eco_index,
        });
        (kind.name().to_owned(), value)
    };
    PageKind::ALL.into_iter().map(budget).collect()
}

fn standard(viewer: &Viewer<'_>, view: &EcodesignView) -> Option<Value> {
    let standard = view.standard.as_ref()?;
    let assessment = viewer.federation.assess_ecodesign(viewer.measures);
    let shown = standard.themes.iter().flat_map(|theme| &theme.criteria);
    let criteria: Vec<Value> =
        assessment.answers.iter().zip(shown).map(|(answer, view)| criterion(answer, view)).collect();
    Some(json!({
        "name": "RGESN",
        "version": "2024",
        "score": score(&assessment),
        "counts": State::ALL.into_iter().map(|state| (state.name().to_owned(), json!(assessment.count(state))))
            .collect::<Map<String, Value>>(),
        "criteria": criteria,
    }))
}

fn score(assessment: &Assessment<'_>) -> Option<f64> {
    Some(f64::from(assessment.score()?.tenths_of_a_hundredth()) / 10.0)
}

fn criterion(answer: &Answer<'_>, view: &CriterionView) -> Value {
    json!({
        "number": view.number,
        "theme": answer.criterion.theme(),
        "weight": answer.criterion.weight.name(),
        "state": answer.state.name(),
        "label": view.label,
        "evidence": view.evidence,
        "words": view.words.as_ref().map(|words| &words.text),
        "url": (!view.url.is_empty()).then_some(&view.url),
        "date": view.date.as_ref().map(|date| &date.machine),
    })
}
