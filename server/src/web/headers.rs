//! The policy headers of every answer, and the check that a form was sent from our own pages.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use redress_app::shell::{Assets, boot_script};
use sha2::{Digest as _, Sha256};

use super::{App, Refusal};

/// Everything from our own host; of scripts, the one whose hash is named and what it loads.
pub fn policy(assets: &Assets) -> HeaderValue {
    let script = boot_script(assets);
    let scripts = if script.is_empty() {
        "'none'".to_owned()
    } else {
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script.as_bytes()));
        format!("'sha256-{hash}' 'strict-dynamic' 'wasm-unsafe-eval'")
    };
    let policy = format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; font-src 'self'; img-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).expect("the policy is made of visible ASCII letters")
}

/// Sets the policy headers on every answer, whatever it is.
pub async fn set(State(app): State<App>, request: Request, next: Next) -> Response {
    let public_json = request.uri().path().starts_with("/c/") && request.uri().path().ends_with(".json");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    );
    if app.settings.is_secure() {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    // What other sites may load or frame says so itself.
    let resources = if public_json { "cross-origin" } else { "same-origin" };
    headers
        .entry(HeaderName::from_static("cross-origin-resource-policy"))
        .or_insert(HeaderValue::from_static(resources));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(app.policy.clone());
    response
}

/// Refuses what another site makes a visitor's browser send (Fetch Metadata, and Origin where a browser is too
/// old for that). Mail providers, who send one-click unsubscribes, are no browsers and send neither.
pub async fn refuse_other_sites(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers()) {
        return next.run(request).await;
    }
    Refusal::Forbidden.into_response()
}

fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => true,
        Some(_) => false,
        None => match (text("origin"), text("host")) {
            (None, _) => true,
            (Some(origin), Some(host)) => {
                origin.split_once("://").is_some_and(|(_, from)| from.eq_ignore_ascii_case(host))
            }
            (Some(_), None) => false,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn from(pairs: &[(&'static str, &'static str)]) -> bool {
        is_own(
            &pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect(),
        )
    }

    #[test]
    fn a_form_of_another_site_is_told_apart() {
        assert!(from(&[("sec-fetch-site", "same-origin")]));
        assert!(from(&[("origin", "http://localhost:3000"), ("host", "localhost:3000")]));
        assert!(from(&[("host", "localhost:3000")]));
        for site in ["cross-site", "same-site"] {
            assert!(!is_own(&HeaderMap::from_iter([(
                HeaderName::from_static("sec-fetch-site"),
                HeaderValue::from_str(site).unwrap()
            )])));
        }
        assert!(!from(&[("origin", "null"), ("host", "localhost:3000")]));
        assert!(!from(&[("origin", "https://evil.example"), ("host", "localhost:3000")]));
    }
}
