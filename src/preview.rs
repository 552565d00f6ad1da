//! The preview of a site, as pages and data.

pub mod panel;
