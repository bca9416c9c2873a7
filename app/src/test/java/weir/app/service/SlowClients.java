package weir.app.service;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// Many clients at once, each with a connection of its own, that begin an upload and then send a letter now and then. One thread
/// serves them all; it ends when the last of them has been answered or cut off.
final class SlowClients implements Closeable {

    private static final int CONNECTING = 200;
    private static final long PAUSE_MILLIS = 1_000;
    private static final ByteBuffer LETTER = ByteBuffer.wrap(new byte[] {' '}).asReadOnlyBuffer();

    private final InetSocketAddress address;
    private final int count;
    private final IntFunction<String> heads;
    private final Selector selector = Selector.open();
    private final Thread thread = Thread.ofPlatform().name("slow-clients").unstarted(this::run);
    private final SortedMap<String, Integer> ends = new TreeMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private int connecting;
    private int ended;
    private volatile boolean isOver;

    private SlowClients(int port, int count, IntFunction<String> heads) throws IOException {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.count = count;
        this.heads = heads;
    }

    /// @param heads the head of each one's request, by its number
    static SlowClients start(int port, int count, IntFunction<String> heads) throws IOException {
        SlowClients clients = new SlowClients(port, count, heads);
        clients.thread.start();
        return clients;
    }

    /// How many have sent the head of their request.
    int begun() {
        return begun.get();
    }

    boolean areEnded() {
        return !thread.isAlive();
    }

    /// How many ended how: a status with whether it says when to come again (`503 retry`), or `cut`. Asked once they are ended.
    SortedMap<String, Integer> ends() throws InterruptedException {
        thread.join();
        return ends;
    }

    private void run() {
        try {
            int opened = 0;
            long sent = System.nanoTime();
            while (!isOver && ended < count) {
                for (; opened < count && connecting < CONNECTING; opened++) {
                    open(opened);
                }
                selector.select(this::serve, 100);
                if (System.nanoTime() - sent > PAUSE_MILLIS * 1_000_000) {
                    sent = System.nanoTime();
                    sendALetterEach();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(int number) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 4_096);
        connecting++;
        boolean isConnected = channel.connect(address);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, new Talk(number));
        if (isConnected) {
            begin(key);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isConnectable()) {
                begin(key);
            } else if (key.isReadable()) {
                read(key);
            }
        } catch (IOException e) {
            end(key);
        }
    }

    private void begin(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        connecting--;
        channel.finishConnect();
        channel.write(ByteBuffer.wrap(heads.apply(talk(key).number).getBytes(StandardCharsets.US_ASCII)));
        key.interestOps(SelectionKey.OP_READ);
        begun.incrementAndGet();
    }

    private void read(SelectionKey key) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4_096);
        int read = ((SocketChannel) key.channel()).read(bytes);
        if (read < 0) {
            end(key);
            return;
        }
        talk(key).heard.append(StandardCharsets.ISO_8859_1.decode(bytes.flip()));
    }

    private void sendALetterEach() {
        for (Iterator<SelectionKey> keys = selector.keys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            if (key.isValid() && key.interestOps() == SelectionKey.OP_READ) {
                try {
                    ((SocketChannel) key.channel()).write(LETTER.duplicate());
                } catch (IOException e) {
                    end(key);
                }
            }
        }
    }

    private void end(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ended++;
        String heard = talk(key).heard.toString();
        String status = heard.startsWith("HTTP/1.1 ") ? heard.substring(9, 12) : "cut";
        ends.merge(heard.contains("\r\nRetry-After: ") ? status + " retry" : status, 1, Integer::sum);
    }

    private static Talk talk(SelectionKey key) {
        return (Talk) key.attachment();
    }

    private record Talk(int number, StringBuilder heard) {

        Talk(int number) {
            this(number, new StringBuilder());
        }
    }

    @Override
    public void close() throws IOException {
        isOver = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
