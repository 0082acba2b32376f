//! The binary. What it can do is in `commands`.

use std::process::ExitCode;

/// The C library's allocator spent an eighth of the time it takes to sign, and kept what many threads freed.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    redress_server::commands::run()
}
