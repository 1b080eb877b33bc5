/**
 * How the embedded server is set: durable, no network, and a log without any statement text or
 * value, since both may hold secrets.
 */
import { totalmem } from 'node:os';

export type Settings = Readonly<Record<string, string>>;

const MIB = 1024 * 1024;

export function defaultSettings(places: { socketFolder: string; log: string }): Settings {
  return {
    listen_addresses: '',
    unix_socket_directories: quoteListItem(places.socketFolder),
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: '60',
    shared_buffers: `${sharedBuffersMib()}MB`,
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_level: 'replica',
    wal_compression: 'on',
    min_wal_size: '128MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    timezone: 'UTC',
    ...logSettings(places.log),
  };
}

/** For tests and other throw-away clusters: a power cut would tear them. */
export const UNSAFE_BUT_FAST: Settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  io_method: 'sync',
  shared_buffers: '64MB',
  max_connections: '200',
};

function logSettings(folder: string): Settings {
  return {
    logging_collector: 'on',
    log_directory: folder,
    log_filename: 'postgresql-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
    // Leaves ERROR out: its text can quote a value (`invalid input syntax …`); the client has it.
    log_min_messages: 'log',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
  };
}

function sharedBuffersMib(): number {
  const eighth = Math.floor(totalmem() / 8 / MIB);
  return Math.min(512, Math.max(64, eighth));
}

/** The setting is a comma-separated list; a path may hold a comma, a space or a quote. */
function quoteListItem(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}
