//! grappe reads the public content of a federation of clusters as a compiler reads code, and makes
//! a static site of it.
//!
//! # The chain
//! ```text
//! World ─ Source ─parse→ Document ─model→ Federation ─plan→ Plan (every route)
//!                           │                 │                │
//!                           └──── rules (check) report ───→ [Diagnostic]
//! Plan ─view→ View ─render→ HTML ┐
//!              other outputs ────┴→ Artifact, sealed ─host→ disk
//! ```
//! [`build`] reads like that.
//!
//! # Floors
//! The modules below stand in floors, the lowest first. A module uses lower floors only, equals
//! never see each other; `tests/floors.rs` keeps it so and holds the list.
//!
//! # Invariants
//! 1. Parsing sees one file and never fails: a broken file is a [`parse::Document`] with faults.
//! 2. A [`source::Span`] is a byte range of the whole file.
//! 3. Identity is by path and id, never by the order in which files were found.
//! 4. The [`model::Federation`] is immutable once made; rules read and report, a fix is data.
//! 5. A template sees a [`view::View`] and nothing else: no template function reads the model, the
//!    disk, the network or the clock.
//! 6. Outputs return bytes; only [`host`] and [`cli`] touch files, the environment, the clock and
//!    the terminal. `clippy.toml` bans the rest.
//! 7. A fault in the content is a [`diagnostic::Diagnostic`] with a place: all of them, sorted, in
//!    one run. `Result` is for the machine.
//! 8. What a preview shows for a route equals a clean build of it, byte for byte, whatever the
//!    edits before; its own script aside.
//! 9. Two builds of the same input for the same day give the same bytes, whatever the order of the
//!    files, the number of threads or the machine.
//! 10. Every rule has a case where it fires and one where it is silent, and a page of
//!     documentation made from its own doc comment.

pub mod source;

pub mod colour;
pub mod compression;
pub mod image_header;
pub mod language;
pub mod locale;
pub mod media_type;
pub mod prepared;
pub mod suggestion;
pub mod table;
pub mod toml_slip;
pub mod typography;

pub mod date;
pub mod html;
pub mod quantity;
pub mod schema;
pub mod search;

pub mod footprint;
pub mod timings;
pub mod world;

pub mod budget;

pub mod measures;

pub mod accessibility;
pub mod config;
pub mod diagnostic;
pub mod parse;
pub mod published;
pub mod theme;

pub mod ecodesign;

pub mod baseline;
pub mod fix;
pub mod inventory;
pub mod model;
pub mod prose;
pub mod seal;

pub mod dataset;

pub mod plan;

pub mod rendered;
pub mod view;

pub mod rule;

pub mod check;
pub mod render;

pub mod output;

pub mod audit;

pub mod build;

pub mod preview;

pub mod host;

pub mod cli;
