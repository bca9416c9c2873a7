/// The people of one machine: a file of names, password hashes and roles, for a service without a provider to sign on at.
///
/// `UsersFile` reads and changes `users.yaml`; `Passwords` makes and checks Argon2id hashes; `LocalSignOn` puts both
/// together and takes the same time for a name that is not there.
@NullMarked
package weir.platform.access.user;

import org.jspecify.annotations.NullMarked;
