/// Handing in, listing and withdrawing from the command line: `weir deliver`, `weir deliveries`, `weir withdraw`; and doing
/// the work without a service: `weir run collect`.
///
/// Each command works through a `Door`: `FolderDoor` works on the data folder and the parts beside a running service,
/// `HttpDoor` calls a service at an address with an API key. Both answer as the API does.
@NullMarked
package weir.app.handin;

import org.jspecify.annotations.NullMarked;
