/// Conditions of one record, written in the Common Expression Language (CEL).
///
/// [Expression#plan] reads a condition once against the fields of a table and checks its types; what comes out is a tree
/// of small functions over a row's cleaned values, without a map, a copy or an exception for any row. The part of CEL that
/// is understood: literals, lists of literals, fields, `== != < <= > >= in + - ! && || ?:`, and the functions of
/// [Functions][weir.engine.expression.internal.Functions]. No loops and no macros, so that a condition ends after a number
/// of steps that its text tells. Tests hold it to the reference implementation (`dev.cel`), case by case.
///
/// A blank is CEL's `null`. To compare a blank with `<`, or to hand it to a function, is an error in CEL; `&&` and `||`
/// set such an error aside where the other side decides. A condition that ends in an error says nothing about the record.
@NullMarked
package weir.engine.expression;

import org.jspecify.annotations.NullMarked;
