//! What must not reach a log, not even by way of an error that prints what it has.

/// Gives types a `Debug` that shows their name and nothing of what they hold: they hold what somebody typed.
#[macro_export]
macro_rules! hidden_debug {
    ($($name:ident),+ $(,)?) => { $(
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "([hidden])"))
            }
        }
    )+ };
}
