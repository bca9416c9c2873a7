/// The message broker: an embedded Apache Kafka in KRaft mode, or a cluster.
///
/// `EmbeddedKafka` (or the settings) gives a `BrokerAddress`; `Broker.open` keeps one connection for administration,
/// makes each part's topics with the partitions and retention the part names, and hands out what producers, consumers
/// and stream applications need to connect.
@NullMarked
package weir.platform.broker;

import org.jspecify.annotations.NullMarked;
