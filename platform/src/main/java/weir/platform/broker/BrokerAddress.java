package weir.platform.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where the brokers are and how to sign on to them.
///
/// @param bootstrapServers `host:port`, several with commas
/// @param security         further properties of Kafka clients, passwords among them; never printed
public record BrokerAddress(String bootstrapServers, Map<String, String> security) {

    public BrokerAddress {
        security = Map.copyOf(security);
    }

    /// The properties every client needs.
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new LinkedHashMap<>(security);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    @Override
    public String toString() {
        return bootstrapServers;
    }
}
