//! What a file is allowed: the rules that it departs from, each with its reason.
//!
//! An allowance takes the diagnostics of one rule out of one file. One that takes nothing out is told,
//! so that none is left behind once the fault is mended.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::parse::Document;
use crate::rule::Allowance;

/// The allowances of documents; one without a reason is none.
#[must_use]
pub fn allowances(documents: &[Arc<Document>]) -> Vec<Allowance> {
    documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Whether a file is allowed to depart from a rule.
pub(super) fn is_allowed(document: &Document, code: &str) -> bool {
    of_document(document).any(|allowance| &*allowance.code == code)
}

fn of_document(document: &Document) -> impl Iterator<Item = Allowance> {
    document.record.records("allow").filter_map(|(record, _)| {
        record.text("reason").filter(|reason| !reason.trim().is_empty())?;
        let code = record.text("rule")?;
        Some(Allowance { file: document.path.clone(), code, span: record.span("rule")? })
    })
}

/// Takes out what is allowed; gives back what is left, and the allowances that took nothing out.
pub(super) fn part(
    diagnostics: Vec<Diagnostic>,
    allowances: &[Allowance],
) -> (Vec<Diagnostic>, Vec<Allowance>) {
    if allowances.is_empty() {
        return (diagnostics, Vec::new());
    }
    // Of two that say the same, the first is used.
    let mut first = HashMap::with_capacity(allowances.len());
    for (index, allowance) in allowances.iter().enumerate() {
        first.entry((&allowance.file, &*allowance.code)).or_insert(index);
    }
    let mut is_used = vec![false; allowances.len()];
    let is_left = |diagnostic: &Diagnostic| {
        let used = first.get(&(&diagnostic.place.file, diagnostic.code));
        match used.and_then(|index| is_used.get_mut(*index)) {
            Some(used) => *used = true,
            None => return true,
        }
        false
    };
    let left = diagnostics.into_iter().filter(is_left).collect();
    let idle = allowances.iter().zip(is_used).filter(|(_, used)| !used);
    (left, idle.map(|(allowance, _)| allowance.clone()).collect())
}
