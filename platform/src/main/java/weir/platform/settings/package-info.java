/// What whoever runs Weir may set: one `weir.yaml`, overridden by the environment.
///
/// A feature describes its settings as a `SettingsGroup` of `Setting`s, each with its kind, its default and a line of
/// doc, and makes its own record from `SettingValues`. `SettingsFile` reads the file and the environment against all
/// groups and reports every problem at once; the pages of reference and `weir settings` come from the same list.
@NullMarked
package weir.platform.settings;

import org.jspecify.annotations.NullMarked;
