/// Sessions of people who signed in: a random token in a cookie, its hash in the database.
///
/// `Sessions.start` begins one at sign-in, `Sessions.find` looks at the token of each request and gives a new one when the
/// old has been used long enough, `Sessions.end` and `endAll` sign out. `CsrfToken` makes what forms of the session carry.
@NullMarked
package weir.platform.access.session;

import org.jspecify.annotations.NullMarked;
