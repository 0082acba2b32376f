//! Who asks: the network address (kept as a keyed hash, in memory), the session's cookie; and redirects, which
//! go to our own paths alone.

use std::net::{IpAddr, SocketAddr};

use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use redress_store::SecretToken;

use crate::settings::Settings;

/// The keyed hash of the address that asks. Forwarded headers count only when a trusted proxy sent them, and
/// then the last address that is no proxy of ours.
pub fn address(
    settings: &Settings,
    keys: &redress_store::Keys,
    peer: SocketAddr,
    headers: &HeaderMap,
) -> Vec<u8> {
    let mut address = peer.ip().to_canonical();
    if settings.trusted_proxies.contains(&address) {
        let forwarded = headers.get_all("x-forwarded-for");
        let hops: Vec<IpAddr> = forwarded
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(|hop| hop.trim().parse().ok())
            .collect();
        let client = hops.into_iter().rev().find(|hop| !settings.trusted_proxies.contains(hop));
        address = client.unwrap_or(address);
    }
    // A household has a /64 to itself.
    let key = match address {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => format!("{:?}", &v6.segments()[..4]),
    };
    keys.lookup("network address", &key)
}

/// 303 to a path of our own.
pub fn see_other(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/")));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A path of our own, or the desk: never another host, whatever a link says.
pub fn own_path(next: &str) -> &str {
    let plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = next.starts_with("/admin") && plain;
    if own { next } else { "/admin" }
}

/// `__Host-` needs TLS, which a trial on loopback has not; browsers take Secure on localhost.
const COOKIE: &str = "__Host-session";

/// The session's token, if the browser sent one.
pub fn session(headers: &HeaderMap) -> Option<SecretToken> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, value)| SecretToken::from_text(value))
}

/// Puts the session's token into the browser.
pub fn set_session(response: &mut Response, token: &SecretToken) {
    let cookie = format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.reveal());
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// Takes the session's token out of the browser.
pub fn clear_session(response: &mut Response) {
    let cookie = "__Host-session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static(cookie));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_at_the_desk() {
        for next in ["https://evil.example", "//evil.example", "/admin\\evil", "/admin/é", "/admin\0", ""] {
            assert_eq!(own_path(next), "/admin", "{next}");
        }
        assert_eq!(own_path("/admin/c/x"), "/admin/c/x");
    }
}
