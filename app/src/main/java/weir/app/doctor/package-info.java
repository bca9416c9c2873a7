/// Is this machine, and what the service depends on, well: `weir doctor`.
///
/// `DoctorCommand` reads the settings, then lets `MachineChecks`, `PartChecks` and `DoorChecks` look one after another;
/// each gives `Finding`s, and `Checkup` times them and turns a failure into one. `DoctorReport` prints them.
@NullMarked
package weir.app.doctor;

import org.jspecify.annotations.NullMarked;
