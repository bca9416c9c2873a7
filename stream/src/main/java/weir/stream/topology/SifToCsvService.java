package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import weir.stream.message.MessageKeys;
import weir.stream.registration.NotAnObject;
import weir.stream.registration.RegistrationObject;
import weir.stream.registration.SifToCsv;

/// `sif2csv-…-naplanreg-parser`: makes an object of the registration a line of CSV. Source: facts of stream, section 5.4.
final class SifToCsvService implements StreamService {

    private final String to;

    SifToCsvService(String to) {
        this.to = to;
    }

    @Override
    public void serve(Message message, Output output) throws NotAnObject {
        Optional<RegistrationObject> object = RegistrationObject.read(message.text(0));
        object.map(SifToCsv::line).ifPresent(line -> output.send(
                to, MessageKeys.received(message.offset()), to, line.getBytes(StandardCharsets.UTF_8), List.of()));
    }
}
